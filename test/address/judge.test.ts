import { describe, expect, test } from 'vitest';
import { judgeAddress, webAddress } from '../../src/address/index.ts';

describe('an address of the public web', () => {
  test.each([
    'https://news.example/',
    'http://8.8.8.8/dns',
    'http://172.32.0.1/',
    'http://192.169.1.1/',
    'http://100.128.0.1/',
    'http://[2a00:1450::1]/',
    'http://[::ffff:8.8.8.8]/',
    'http://[64:ff9b::808:808]/',
    'http://[2002:808:808::]/',
    'http://localhost.example/',
    'http://news.example:8080/',
    'http://news.example:443/',
  ])('%s may be opened', (address) => {
    expect(judgeAddress(address)).toMatchObject({ verdict: 'public', refusal: null, why: null });
  });
});

describe('an address of the own network', () => {
  test.each([
    'http://127.8.9.1/',
    'http://3232235777/',
    'http://0xa.0x0.0x0.0x1/',
    'http://0300.0250.1.1/',
    'http://192.168.1/',
    'http://①⑨②.168.0.1/',
    'http://0.0.0.0:8000/',
    'http://100.127.255.254/',
    'http://172.31.255.255/',
    'http://169.254.0.5/',
    'http://198.19.0.1/',
    'http://203.0.113.9/',
    'http://239.1.1.1/',
    'http://255.255.255.255/',
    'http://[::]/',
    'http://[::1]:3000/',
    'http://[::ffff:10.0.0.1]/',
    'http://[::ffff:c0a8:101]/',
    'http://[::192.168.0.1]/',
    'http://[64:ff9b::a00:1]/',
    'http://[64:ff9b:1::808:808]/',
    'http://[2002:c0a8:101::1]/',
    'http://[2001:0:808:808::1]/',
    'http://[2001:db8::1]/',
    'http://[fe80::abcd]/',
    'http://[fd12:3456::1]/',
    'http://[ff02::1]/',
    'http://localhost/',
    'http://LOCALHOST./',
    'http://app.localhost/',
    'http://printer.local/',
    'http://wiki.corp/',
    'http://nas.home.arpa./',
    'http://router/',
    'http://news.example@10.1.2.3/',
  ])('%s is told as such', (address) => {
    expect(judgeAddress(address)).toMatchObject({ verdict: 'private', refusal: null });
    expect(judgeAddress(address).why).toMatch(/own network\.$/);
  });
});

describe('what is never followed', () => {
  test.each([
    ['scheme', 'file:///home/reader/notes'],
    ['scheme', 'ftp://news.example/'],
    ['scheme', 'JavaScript:void(0)'],
    ['scheme', ' data:text/plain,hello'],
    ['scheme', 'mailto:desk@news.example'],
    ['scheme', 'view-source:http://news.example/'],
    ['scheme', '--version'],
    ['scheme', '/articles/one.md'],
    ['scheme', ''],
    ['not an address', 'http://'],
    ['not an address', 'https://[fe80::1'],
    ['not an address', 'http://news example/'],
    ['not an address', 'http://256.1.1.1/'],
    ['port', 'http://news.example:23/'],
    ['port', 'https://news.example:6667/'],
    ['port', 'http://127.0.0.1:6000/'],
    ['host', `http://${'n'.repeat(64)}.example/`],
    ['host', `http://${'news.'.repeat(60)}example/`],
    ['length', `http://news.example/${'a'.repeat(5000)}`],
  ])('%s: %s', (refusal, address) => {
    const { verdict, why, ...rest } = judgeAddress(address);
    expect({ verdict, refusal: rest.refusal }).toEqual({ verdict: 'refused', refusal });
    expect(why).toMatch(/^[A-Z].*\.$/);
  });
});

describe('an address is shown', () => {
  test.each([
    ['without credentials', 'http://reader:secret@news.example/a', 'http://news.example/a'],
    ['as the standard writes it', 'HTTP:\\\\News.Example\\a b', 'http://news.example/a%20b'],
    ['with its controls written out', 'http://news.example/\u001b[2J\u202ex', 'http://news.example/%1B[2J%E2%80%AEx'],
    ['with its whole host', 'https://bank.example.login.evil.example/x', 'https://bank.example.login.evil.example/x'],
    ['with its port', 'https://news.example:8443/', 'https://news.example:8443/'],
    ['in the letters of its language', 'https://müller.example/', 'https://müller.example/'],
    ['in Chinese', 'https://新闻.example/', 'https://新闻.example/'],
    ['in Russian', 'https://новости.example/', 'https://новости.example/'],
    ['in Russian under a Russian top', 'https://мост.рф/', 'https://мост.рф/'],
    ['in Arabic', 'https://أخبار.example/', 'https://أخبار.example/'],
    ['as punycode when scripts are mixed', 'https://nеws.example/', 'https://xn--nws-rdd.example/'],
    ['as punycode when Cyrillic passes for Latin', 'https://расе.example/', 'https://xn--80ak5af.example/'],
    ['as punycode when Greek passes for Latin', 'https://νικο.example/', 'https://xn--uxachk.example/'],
    ['as punycode when a letter only looks plain', 'https://bılling.example/', 'https://xn--blling-p9a.example/'],
    ['cleaned, when it is none', 'say\u001b]0;x\u0007 hello', 'say]0;x hello'],
  ])('%s', (_, address, shown) => {
    expect(judgeAddress(address).shown).toBe(shown);
  });

  test('cut when it is long, but never in its host', () => {
    const host = `https://${'long.'.repeat(45)}example`;
    expect(judgeAddress(`${host}/${'a'.repeat(300)}`).shown).toBe(`${host}…`);
    expect(judgeAddress(`https://news.example/${'a'.repeat(300)}`).shown).toMatch(/^https:\/\/news\.example\/a{178}…$/);
  });
});

describe('what leaves for the browser is plain ASCII and nothing but http(s)', () => {
  test.each([
    ['http://news.example/ä b', 'http://news.example/%C3%A4%20b'],
    ['https://müller.example', 'https://xn--mller-kva.example/'],
    ['http://reader:secret@news.example/', null],
    ['file:///etc/hosts', null],
    ['--help', null],
    [`http://news.example/${'a'.repeat(5000)}`, null],
  ])('%s', (address, expected) => {
    expect(webAddress(address)).toBe(expected);
  });
});
