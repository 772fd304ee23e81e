namespace Jpos.Tests.Architecture;

/// <summary>Which folder may use which: the list is <c>folders.txt</c> beside this file.</summary>
internal sealed class FoldersTests
{
    private static readonly string[] Projects = ["Jpos.Domain", "Jpos.Application", "Jpos.Infrastructure", "Jpos.Api"];

    [TestCaseSource(nameof(Projects))]
    public void A_folder_uses_what_the_list_permits_and_the_list_permits_nothing_else(string project)
    {
        var found = FolderDependencies.Of(Path.Combine(AppContext.BaseDirectory, project + ".dll"), project);
        Assert.That(found.Order(StringComparer.Ordinal), Is.EqualTo(Permitted(project).Order(StringComparer.Ordinal)));
    }

    [TestCaseSource(nameof(Projects))]
    public void No_folders_use_each_other_in_a_circle(string project)
    {
        Assert.That(Permitted(project), Is.Not.Empty);
        Assert.That(FolderDependencies.Cycle(Permitted(project)), Is.Empty);
    }

    [Test]
    public void A_circle_is_found() =>
        Assert.That(FolderDependencies.Cycle(["A -> B", "B -> C", "D -> A", "C -> B"]), Is.EqualTo(["B", "C", "B"]));

    private static IReadOnlyList<string> Permitted(string project)
    {
        var lines = File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Architecture", "folders.txt"));
        return
        [
            .. lines.SkipWhile(line => line != $"# {project}").Skip(1).TakeWhile(line => !line.StartsWith('#')).Where(line => line.Length > 0)
                .Select(line => line.Split(": ")).SelectMany(parts => parts[1].Split(", ").Select(to => $"{parts[0]} -> {to}")),
        ];
    }
}
