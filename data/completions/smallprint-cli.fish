# SPDX-License-Identifier: GPL-3.0-or-later
# fish completion for smallprint-cli(1)

set -l commands analyze extract tag library rubric schema
set -l none "not __fish_seen_subcommand_from $commands"
set -l on '__fish_seen_subcommand_from'

complete -c smallprint-cli -f
complete -c smallprint-cli -n $none -a analyze -d 'Read policies, score them and show what they say'
complete -c smallprint-cli -n $none -a extract -d 'Print the normalised text of a file'
complete -c smallprint-cli -n $none -a tag -d 'Label segments given as JSON Lines'
complete -c smallprint-cli -n $none -a library -d 'Keep, list and search policies'
complete -c smallprint-cli -n $none -a rubric -d 'Print every question, weight, level and finding'
complete -c smallprint-cli -n $none -a schema -d 'Print the JSON Schema of an analysis'
complete -c smallprint-cli -n $none -l version -d 'Show the version'

complete -c smallprint-cli -l model -r -F -d 'Tag with another model'
complete -c smallprint-cli -l no-color -d 'No colours'
complete -c smallprint-cli -s q -l quiet -d 'Errors only'
complete -c smallprint-cli -s v -l verbose -d 'Say what is done'
complete -c smallprint-cli -s h -l help -d 'Show help'

complete -c smallprint-cli -n "$on analyze extract" -F
complete -c smallprint-cli -n "$on analyze" -l format -x -a 'text json jsonl pdf' -d 'Form of the report'
complete -c smallprint-cli -n "$on extract" -l format -x -a 'text json' -d 'Form of the text'
complete -c smallprint-cli -n "$on library" -a 'add list show search export remove'
complete -c smallprint-cli -n "$on library" -l format -x -a 'text json' -d 'Form of the list'
complete -c smallprint-cli -n "$on analyze library" -l library -r -d 'Another library'
complete -c smallprint-cli -n "$on rubric" -l format -x -a 'text json markdown' -d 'Form of the list'
complete -c smallprint-cli -n "$on analyze extract library" -s o -l output -r -F -d 'Write there'
complete -c smallprint-cli -n "$on analyze extract" -l type -x \
    -a 'text/html text/markdown text/plain' -d 'What standard input is'
complete -c smallprint-cli -n "$on analyze extract" -l charset -x \
    -a 'utf-8 windows-1250 windows-1251 windows-1252 windows-1253 iso-8859-2 koi8-r gb18030 big5 cp932 euc-jp cp949' \
    -d 'How characters are encoded'
complete -c smallprint-cli -n "$on analyze" -l no-text -d 'Leave the whole text out'
complete -c smallprint-cli -n "$on analyze" -l save -d 'Keep it in the library too'
complete -c smallprint-cli -n "$on analyze" -l documents -d 'Read JSON Lines from standard input'
complete -c smallprint-cli -n "$on analyze" -s j -l jobs -x -d 'Files at a time'
complete -c smallprint-cli -n "$on analyze" -l pack -x \
    -a 'gdpr ccpa caloppa coppa lgpd pipeda vcdpa' -d 'Legal packs'
complete -c smallprint-cli -n "$on analyze" -l review -r -F -d 'As reviewed too'
complete -c smallprint-cli -n "$on analyze" -l profile -r -F -d 'As weighed too'
complete -c smallprint-cli -n "$on analyze" -l fail-under -x -d 'Exit with 1 below that overall score'
complete -c smallprint-cli -n "$on analyze" -l fail-on -x -a 'critical serious caution note' \
    -d 'Exit with 1 at that severity'
complete -c smallprint-cli -n "$on schema" -a 'analysis extract library pack rubric'
