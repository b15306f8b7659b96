/** The keys of a Dutch text table, with other words: a language that lacks a key or has one too many does not compile. */
export type Translation<Texts> = {
  readonly [Key in keyof Texts]: Texts[Key] extends string ? string : Translation<Texts[Key]>
}
