using Markdig.Syntax;

namespace Jpos.Tests.Docs;

/// <summary>What holds for every English text that a reader of Jpos sees.</summary>
internal static class ProseRules
{
    public const int MostWords = 30;

    public const double MostWordsInMedian = 14;

    /// <summary>Returns the sentences that are too long.</summary>
    public static IEnumerable<string> Long(MarkdownDocument text) =>
        Prose.SentencesOf(text).Where(sentence => sentence.Words > MostWords).Select(sentence => $"line {sentence.Line}: {sentence.Words} words: {sentence.Text}");

    /// <summary>Returns the phrases that must not be used, with what to write instead.</summary>
    public static IEnumerable<string> Forbidden(MarkdownDocument text) =>
        from part in Prose.TextsOf(text)
        from phrase in ForbiddenPhrases.In(part.Text)
        select $"line {part.Line}: \"{phrase}\" (write: {ForbiddenPhrases.All[phrase]}): {part.Text}";
}
