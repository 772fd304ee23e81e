namespace Jpos.Tests.Docs;

/// <summary>Each command and sample of a page is run by a test (<see cref="EndToEnd.Docs.SampleRunTests"/>), or says why not. Few are not run.</summary>
internal sealed class SampleTests
{
    private const double MostNotRun = 0.1;

    /// <summary>The samples of all pages. Pages in Chinese have those of the English ones, which another test holds.</summary>
    private static readonly IReadOnlyList<Sample> Samples = [.. MarkdownPage.English.SelectMany(page => page.Samples)];

    [Test]
    public void A_block_names_a_language_that_is_run_or_drawn() =>
        Assert.That(MarkdownPage.All.SelectMany(page => page.Samples).Where(sample => !Sample.Languages.Concat(Sample.Figures).Contains(sample.Language)), Is.Empty);

    [Test]
    public void At_most_a_tenth_of_the_samples_is_not_run()
    {
        var samples = Samples.Where(sample => sample.IsSample).ToList();
        var notRun = samples.Where(sample => sample.NotRun is not null).ToList();
        TestContext.Out.WriteLine($"{samples.Count} samples on {samples.Select(sample => sample.Page).Distinct().Count()} pages, {samples.Count - notRun.Count} run, {notRun.Count} not run:");
        foreach (var sample in notRun)
        {
            TestContext.Out.WriteLine($"{sample}: {sample.NotRun}");
        }

        Assert.That(notRun, Has.Count.AtMost(samples.Count * MostNotRun));
    }

    [Test]
    public void A_mark_stands_before_a_sample() =>
        Assert.That(
            MarkdownPage.All.Select(page => (page.Name, Marks: page.Text.Split("<!-- not-run:").Length - 1, Samples: page.Samples.Count(sample => sample.NotRun is not null))).Where(page => page.Marks != page.Samples),
            Is.Empty);
}
