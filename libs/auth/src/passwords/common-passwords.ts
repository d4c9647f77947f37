/**
 * Words that most leaked passwords are made of, and the ones that suggest themselves here. A password that is nothing
 * but such words with digits and signs around them is guessed early, however long it is.
 */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `password passwort passwd pass letmein welcome admin administrator root user guest login master default changeme change
  secret private access system server manager service operator viewer test testing tester demo temp temporary example
  hello monkey dragon football baseball basketball soccer hockey superman batman spiderman starwars pokemon princess
  sunshine shadow michael jordan jennifer jessica charlie daniel thomas robert andrew joshua matthew ashley amanda nicole
  liverpool chelsea arsenal barcelona ferrari porsche mercedes harley corvette mustang yankees cowboys steelers eagles
  iloveyou love lovely forever flower summer winter spring autumn january february march april june july august september
  october november december monday tuesday wednesday thursday friday saturday sunday qwerty qwertz azerty qwertyuiop
  qwertzuiop asdf asdfgh asdfghjkl zxcvbn zxcvbnm yxcvbnm abc abcd abcdef abcdefg trustno trust freedom whatever nothing
  computer internet windows linux ubuntu debian google facebook apple android samsung amazon oracle mysql postgres redis
  cassandra reaper sidecar apache datastax cluster node database repair keyspace kubernetes docker production staging
  correct horse battery staple correcthorsebatterystaple the my me you is this our company office home
  one two three four five six seven eight nine ten zero`.split(/\s+/),
);
