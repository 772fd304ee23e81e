using Jpos.Domain.Imports;

namespace Jpos.Tests.Unit.Imports;

/// <summary>How far a file has been brought in.</summary>
internal sealed class ImportUnitTests
{
    [Test]
    public void An_import_goes_on_after_the_lines_that_are_done_and_ends_with_the_last()
    {
        var import = Import(10);

        import.Advance(4, 3, 1, Given.Utc);
        Assert.That((import.LinesDone, import.Accepted, import.Rejected, import.EndedAt), Is.EqualTo((4, 3, 1, (DateTime?)null)));

        import.Advance(10, 4, 2, Given.Utc.AddHours(1));
        Assert.That((import.LinesDone, import.Accepted, import.Rejected, import.EndedAt), Is.EqualTo((10, 7, 3, (DateTime?)Given.Utc.AddHours(1))));
    }

    [TestCase(3)]
    [TestCase(4)]
    [TestCase(11)]
    public void Lines_that_are_done_or_not_there_are_refused(int through)
    {
        var import = Import(10);
        import.Advance(4, 4, 0, Given.Utc);

        Assert.That(() => import.Advance(through, 1, 0, Given.Utc), Throws.InstanceOf<ArgumentOutOfRangeException>());
        Assert.That((import.LinesDone, import.Accepted), Is.EqualTo((4, 4)));
    }

    [Test]
    public void An_import_keeps_what_file_it_is_of()
    {
        var import = new Import(ImportKind.Tickets, [1, 2], "gb18030", 10, Given.Utc);

        Assert.That((import.Kind, import.Digest, import.Charset, import.Lines, import.StartedAt), Is.EqualTo((ImportKind.Tickets, new byte[] { 1, 2 }, "gb18030", 10, Given.Utc)));
    }

    [TestCase(1000, 1000)]
    [TestCase(1001, 1000)]
    [TestCase(7, 7)]
    public void A_reason_is_cut_where_it_is_too_long(int length, int kept)
    {
        var error = new ImportError(3, 5, 6, new string('x', length));

        Assert.That((error.ImportId, error.Line, error.LastLine, error.Reason), Is.EqualTo((3L, 5, 6, new string('x', kept))));
    }

    private static Import Import(int lines) => new(ImportKind.Cards, [1], "utf-8", lines, Given.Utc);
}
