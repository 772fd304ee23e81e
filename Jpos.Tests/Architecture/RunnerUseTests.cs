using Jpos.Tests.Hosting;

namespace Jpos.Tests.Architecture;

/// <summary>There is one way to run a transaction, and one way to try it again.</summary>
internal sealed class RunnerUseTests
{
    private static readonly string[] WhatSaysWhyItFailed = [".IsConflict(", ".IsBusy(", ".IsTransient("];

    private static IEnumerable<(string Name, string Text)> Sources =>
        from file in Directory.EnumerateFiles(RepositoryFile.PathOf("Jpos.Infrastructure"), "*.cs", SearchOption.AllDirectories)
        where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
        select (Path.GetFileNameWithoutExtension(file), File.ReadAllText(file));

    [Test]
    public void Only_the_transaction_runner_decides_whether_something_is_tried_again() => Assert.That(
        Sources.Where(source => WhatSaysWhyItFailed.Any(word => source.Text.Contains(word, StringComparison.Ordinal))).Select(source => source.Name),
        Is.EquivalentTo(["TransactionRunner"]));

    [Test]
    public void Only_the_unit_of_work_and_the_number_sequence_begin_a_transaction_that_writes() => Assert.That(
        Sources.Where(source => source.Text.Contains("engine.BeginWriting(", StringComparison.Ordinal)).Select(source => source.Name),
        Is.EquivalentTo(["UnitOfWork", "NumberSequence"]));

    [Test]
    public void Only_the_transaction_runner_begins_a_unit_of_work() => Assert.That(
        Sources.Where(source => source.Text.Contains("UnitOfWork>().Begin", StringComparison.Ordinal) || source.Text.Contains("unit.Begin", StringComparison.Ordinal)).Select(source => source.Name),
        Is.EquivalentTo(["TransactionRunner"]));

    [Test]
    public void Nobody_limits_connections_but_the_budget() => Assert.That(
        Sources.Where(source => source.Text.Contains("new SemaphoreSlim(", StringComparison.Ordinal) || source.Text.Contains("SemaphoreSlim connections", StringComparison.Ordinal)).Select(source => source.Name),
        Is.EquivalentTo(["ConnectionBudget"]));
}
