import type { FileCase, FileCases } from '../file-case.ts'

/** Who is removed from rooms is named by an address alone. */
function address(title: string, cells: readonly string[], read: readonly string[]): FileCase {
  return {
    title,
    operation: 'remove-users-from-rooms',
    source: {
      text: ['email', ...cells.map((cell) => `"${cell.replaceAll('"', '""')}"`)].join('\n'),
    },
    expected: { rows: read.map((text) => [text]) },
  }
}

/** What programs put around an address, and slips in one. */
export const addresses: FileCases = {
  title: 'Addresses',
  introduction:
    'What a program put around an address is set aside. A slip is a problem of its row, with the address that was probably meant; it is never mended silently.',
  cases: [
    address(
      'Links, as browsers copy them',
      ['mailto:ada@example.org', 'mailto:ada@example.org?subject=Hello'],
      ['ada@example.org', 'ada@example.org'],
    ),
    address(
      'The name of the person around the address, as mail programs write it',
      ['Ada Lovelace <ada@example.org>', '"Lovelace, Ada" <ada@example.org>', '<ada@example.org>'],
      ['ada@example.org', 'ada@example.org', 'ada@example.org'],
    ),
    address(
      'The name in round or square brackets, before or behind',
      ['Lovelace, Ada (ada@example.org)', 'ada@example.org (Ada)', 'Ada [mailto:ada@example.org]'],
      ['ada@example.org', 'ada@example.org', 'ada@example.org'],
    ),
    address(
      'Addresses from chats',
      ['<mailto:ada@example.org|ada@example.org>', '[ada@example.org](mailto:ada@example.org)'],
      ['ada@example.org', 'ada@example.org'],
    ),
    address(
      'Upper case: shown as it is written, compared without regard to it',
      ['Ada.LOVELACE@Example.ORG'],
      ['Ada.LOVELACE@Example.ORG'],
    ),
    address(
      'Letters beyond ASCII, before and after the @; domains also in the form that programs use',
      [
        'anna-lena.grün@example.org',
        'info@bücher.example',
        'info@xn--bcher-kva.example',
        '用户@例え.example',
      ],
      [
        'anna-lena.grün@example.org',
        'info@bücher.example',
        'info@bücher.example',
        '用户@例え.example',
      ],
    ),
    address(
      'A comma for a full stop, a full stop behind, two @, spaces and (at): a problem, and the address that was meant',
      [
        'ada@example,org',
        'ada@example.org.',
        'ada@@example.org',
        'ada @ example.org',
        'ada(at)example.org',
      ],
      Array.from({ length: 5 }, () => '! invalid-email (ada@example.org)'),
    ),
    address(
      'Two addresses in one cell, or another one in the name: nobody can say which is meant',
      ['ada@example.org; alan@example.org', 'ada@example.org <alan@example.org>'],
      ['! invalid-email', '! invalid-email'],
    ),
    address(
      'What is no address: no domain, spaces before the @, an address of a machine',
      ['ada', 'ada@localhost', 'ada lovelace@example.org', 'ada@[127.0.0.1]'],
      Array.from({ length: 4 }, () => '! invalid-email'),
    ),
  ],
}
