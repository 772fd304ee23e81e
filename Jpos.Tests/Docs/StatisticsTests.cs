using System.Globalization;

namespace Jpos.Tests.Docs;

/// <summary>Counts what the pages have. <c>.ci/docs-statistics</c> prints the table, of this tree or of an older commit.</summary>
internal sealed class StatisticsTests
{
    [Test]
    public void The_sentences_of_each_page_are_counted()
    {
        var pages = MarkdownPage.English.Select(page => (page.Name, Sentences: Prose.SentencesOf(page.Document).ToList())).Where(page => page.Sentences.Count > 0).ToList();
        var samples = MarkdownPage.English.SelectMany(page => page.Samples).ToList();
        var lines = (string[])
        [
            "| page | words | sentences | median | longest | above 30 |",
            "|---|---|---|---|---|---|",
            .. pages.Select(page => Row(page.Name, page.Sentences)),
            Row($"all {pages.Count} pages", [.. pages.SelectMany(page => page.Sentences)]),
            "",
            $"{samples.Count(sample => sample.IsDiagram)} diagrams; {samples.Count(sample => sample.IsSample)} samples, {samples.Count(sample => sample is { IsSample: true, NotRun: not null })} of them marked not-run; {LinkTests.Count()} links inside the repository.",
        ];

        TestContext.Out.WriteLine(string.Join('\n', lines));
        if (Environment.GetEnvironmentVariable("JPOS_DOCS_STATISTICS") is { Length: > 0 } file)
        {
            File.WriteAllLines(file, lines);
        }

        Assert.That(pages, Is.Not.Empty);
    }

    private static string Row(string name, List<Sentence> sentences) => string.Create(
        CultureInfo.InvariantCulture,
        $"| {name} | {sentences.Sum(sentence => sentence.Words)} | {sentences.Count} | {Sentence.MedianOf(sentences)} | {sentences.Max(sentence => sentence.Words)} | {sentences.Count(sentence => sentence.Words > ProseRules.MostWords)} |");
}
