#!/usr/bin/env python3
"""second.py: a second reader's mails -> j*.eml and truth-j.jsonl beside this file.

Written by somebody who had not seen the parsers, so that rules are held to what a careful colleague would read and
not to what the first examples happened to contain. Prose in second_*.py, wrappings in second_wrap.py.
All persons, addresses and companies are made up.
"""
import json, os
import second_wrap as w
import second_people, second_replies, second_forms, second_machines, second_others, second_more, second_unseen

HERE = os.path.dirname(os.path.abspath(__file__))


def main():
    lines = []
    for n, c in enumerate(w.CASES, 1):
        name = 'j%03d.eml' % n
        with open(os.path.join(HERE, name), 'wb') as f:
            f.write(c.message(n))
        lines.append(json.dumps(c.truth(name), ensure_ascii=False))
    with open(os.path.join(HERE, 'truth-j.jsonl'), 'w', encoding='utf-8') as f:
        f.write('\n'.join(lines) + '\n')
    print(len(lines), 'mails')


if __name__ == '__main__':
    main()
