#!/bin/sh
# Starts Also See, and puts the terminal back when the program was ended in a way that it could not notice:
# killed, out of memory, or crashed. Nothing else is done here.

# npm links the command into a folder on the PATH; the program lies beside the file itself.
self=$0
while [ -h "$self" ]; do
  target=$(readlink "$self")
  case $target in
    /*) self=$target ;;
    *) self=${self%/*}/$target ;;
  esac
done
start=${self%/*}/start.js

if ! command -v node >/dev/null; then
  echo 'Also See needs Node, and there is none on the PATH. It is at https://nodejs.org' >&2
  exit 127
fi

# Room for what is used and thrown away at once, in megabytes: by itself it grows to 16 times that in a refresh, and stays so.
room=--max-semi-space-size=4

# Without a terminal at both ends there is nothing to put back.
[ -t 0 ] && [ -t 1 ] || exec node $room "$start" "$@"

saved=$(stty -g)

# A shell that waits for a command in the foreground is deaf to signals, so the program runs beside it, in the same process
# group and with the same terminal; what is sent to this shell alone is passed on.
exec 3<&0
node $room "$start" "$@" <&3 3<&- &
program=$!
exec 3<&-
for signal in HUP INT QUIT TERM; do
  trap "signalled=1; kill -$signal $program 2>/dev/null" $signal
done

signalled=
wait $program
code=$?
while [ "$signalled" ]; do
  signalled=
  wait $program
  code=$?
done
trap '' HUP INT QUIT TERM

if [ $code -gt 128 ]; then
  # In this order: a frame that was held back; mouse, focus and paste reports and those of size and colour; the keyboard
  # protocol; the main screen (the cursor is noted first, in case it is the main screen already); wrapping, cursor, colours.
  {
    stty "$saved"
    printf '\033[?2026l\033[?1000l\033[?1002l\033[?1003l\033[?1006l\033[?1004l\033[?2004l\033[?2031l\033[?2048l\033[<u'
    printf '\0337\033[?1049l\033[?7h\033[?25h\033[0m\r'
  } 2>/dev/null
  case $((code - 128)) in
    1) why='its terminal was closed' ;;
    2) why='it was interrupted' ;;
    3 | 15) why='it was asked to end' ;;
    6) why='Node gave up, most often for want of memory' ;;
    9) why='it was killed' ;;
    *) why="of signal $((code - 128))" ;;
  esac
  echo "Also See ended because $why. What you read and marked is kept." >&2
fi
exit $code
