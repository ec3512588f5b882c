# SPDX-License-Identifier: GPL-3.0-or-later
# bash completion for smallprint-cli(1)

_smallprint_cli() {
  local cur prev words cword
  _init_completion 2>/dev/null || {
    cur=${COMP_WORDS[COMP_CWORD]}
    prev=${COMP_WORDS[COMP_CWORD - 1]}
    words=("${COMP_WORDS[@]}")
    cword=$COMP_CWORD
  }

  local commands='analyze extract tag library rubric schema'
  local options='--model --no-color --quiet --verbose --help'
  local charsets='utf-8 windows-1250 windows-1251 windows-1252 windows-1253 iso-8859-2 koi8-r gb18030
    big5 cp932 euc-jp cp949'
  local command='' i
  for ((i = 1; i < cword; i++)); do
    [[ " $commands " == *" ${words[i]} "* ]] && command=${words[i]} && break
  done

  case $prev in
    --format)
      case $command in
        analyze) COMPREPLY=($(compgen -W 'text json jsonl pdf' -- "$cur")) ;;
        extract) COMPREPLY=($(compgen -W 'text json' -- "$cur")) ;;
        rubric) COMPREPLY=($(compgen -W 'text json markdown' -- "$cur")) ;;
      esac
      return ;;
    --fail-on)
      COMPREPLY=($(compgen -W 'critical serious caution note' -- "$cur"))
      return ;;
    --pack)
      COMPREPLY=($(compgen -W 'gdpr ccpa caloppa coppa lgpd pipeda vcdpa' -- "$cur"))
      return ;;
    --type)
      COMPREPLY=($(compgen -W 'text/html text/markdown text/plain' -- "$cur"))
      return ;;
    --charset)
      COMPREPLY=($(compgen -W "$charsets" -- "$cur"))
      return ;;
    --jobs | -j | --fail-under)
      return ;;
    --model | --library | --output | -o | --review | --profile)
      compopt -o default
      return ;;
  esac

  case $command in
    '') COMPREPLY=($(compgen -W "$commands $options --version" -- "$cur")) ;;
    analyze)
      if [[ $cur == -* ]]; then
        COMPREPLY=($(compgen -W "$options --format --output --no-text --save --library --type --charset --documents --jobs
          --pack --review --profile --fail-under --fail-on" -- "$cur"))
      else
        compopt -o default
      fi ;;
    extract)
      if [[ $cur == -* ]]; then
        COMPREPLY=($(compgen -W "$options --format --output --type --charset" -- "$cur"))
      else
        compopt -o default
      fi ;;
    library)
      COMPREPLY=($(compgen -W "$options --format --library --output add list show search export remove" -- "$cur")
        $(compgen -f -- "$cur")) ;;
    rubric) COMPREPLY=($(compgen -W "$options --format" -- "$cur")) ;;
    schema) COMPREPLY=($(compgen -W "$options analysis extract library pack rubric" -- "$cur")) ;;
    *) COMPREPLY=($(compgen -W "$options" -- "$cur")) ;;
  esac
}

complete -F _smallprint_cli smallprint-cli
