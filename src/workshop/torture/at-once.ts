/** Does the work for each of the tasks in turn, two at a time: a tortured program mostly waits for the disk. */
export async function twoAtOnce<Task>(tasks: Iterable<Task>, work: (task: Task) => Promise<void>): Promise<void> {
  const left = tasks[Symbol.iterator]();
  const lane = async (): Promise<void> => {
    for (let next = left.next(); !next.done; next = left.next()) await work(next.value);
  };
  await Promise.all([lane(), lane()]);
}
