using Markdig.Syntax;

namespace Jpos.Tests.Docs;

/// <summary>The pages keep the rules of prose: short sentences, and no phrase that the list or the glossary forbids.</summary>
internal sealed class ProseTests
{
    private static IEnumerable<MarkdownPage> Pages => MarkdownPage.English;

    [TestCaseSource(nameof(Pages))]
    public void A_sentence_has_at_most_thirty_words(MarkdownPage page) => Assert.That(ProseRules.Long(page.Document), Is.Empty);

    [TestCaseSource(nameof(Pages))]
    public void The_median_of_a_page_is_at_most_fourteen_words(MarkdownPage page) => Assert.That(Sentence.MedianOf(Prose.SentencesOf(page.Document)), Is.AtMost(ProseRules.MostWordsInMedian));

    [TestCaseSource(nameof(Pages))]
    public void No_forbidden_phrase_is_used(MarkdownPage page) => Assert.That(ProseRules.Forbidden(Searched(page)), Is.Empty);

    [Test]
    public void Each_forbidden_phrase_has_a_replacement()
    {
        Assert.That(ForbiddenPhrases.InFile().Count(), Is.GreaterThan(40));
        Assert.That(ForbiddenPhrases.InGlossary(MarkdownPage.Of(ForbiddenPhrases.Glossary).Document).Count(), Is.GreaterThan(20));
        Assert.That(ForbiddenPhrases.All.Where(phrase => phrase.Value.Length == 0), Is.Empty);
    }

    [Test]
    public void The_rules_find_what_they_forbid()
    {
        var bad = Prose.Parse("Who is of some\nstores `is of` finds no lane.\n\n| a |\n|---|\n| what waits |\n\n- " + string.Join(' ', Enumerable.Repeat("word", ProseRules.MostWords + 1)) + ". Next one.");
        Assert.That(ProseRules.Long(bad).Single(), Does.StartWith("line 8: 31 words"));
        Assert.That(ProseRules.Forbidden(bad).Select(found => found.Split('"')[1]), Is.EquivalentTo(["is of", "who is of", "of some stores", "lane", "what waits"]));
        Assert.That(Prose.SentencesOf(bad).Select(sentence => sentence.Words), Is.EqualTo([9, 31, 2]));
    }

    /// <summary>The glossary names the words that it forbids in tables, which are searched on every other page.</summary>
    private static MarkdownDocument Searched(MarkdownPage page)
    {
        var document = Prose.Parse(page.Text);
        foreach (var table in document.Descendants<Markdig.Extensions.Tables.Table>().Where(_ => page.Name == ForbiddenPhrases.Glossary).ToList())
        {
            table.Parent!.Remove(table);
        }

        return document;
    }
}
