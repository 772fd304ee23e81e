using System.Globalization;
using CsCheck;
using Jpos.Tests.Hosting;

namespace Jpos.Tests.Model;

/// <summary>
/// The host and the <see cref="Reference"/> are told the same random sequences of messages, with repeats, losses and reversals that come first, and have to answer the same.
/// JPOS_TEST_MODEL_STEPS makes it longer; a failure prints a seed, and CsCheck_Seed runs that again.
/// </summary>
internal sealed class ModelTests
{
    private const int SequencesOfOneHost = 200;

    private static readonly int Steps = int.Parse(Environment.GetEnvironmentVariable("JPOS_TEST_MODEL_STEPS") ?? "1000", CultureInfo.InvariantCulture);

    [Test]
    public Task By_the_default_rules() => Play(new Rules(), Steps / 2);

    [Test]
    public Task With_points_that_are_not_yuan() => Play(new Rules(PointValue: 0.3m), Steps / 4, ("PointValue", "0.3"));

    [Test]
    public Task With_gifts_at_once_and_refunds_that_leave_debts() =>
        Play(new Rules(GiftsAtOnce: true, RefundMayOwe: true), Steps / 4, ("GiftsAvailableAtOnce", "true"), ("RefundMayLeaveDebt", "true"));

    private static async Task Play(Rules rules, int steps, params (string Name, string Value)[] settings)
    {
        var run = settings.Select(setting => KeyValuePair.Create($"Jpos:Programme:{setting.Name}", setting.Value)).ToList();
        JposHost? host = null;
        var played = 0;
        try
        {
            await Script.Any.SampleAsync(
                async script =>
                {
                    if (host is null || played % SequencesOfOneHost == 0)
                    {
                        await Stop(host);
                        host = await JposHost.Run(run, checksBooks: false);
                    }

                    var arena = await Arena.Open(host, played++, rules, script);
                    try
                    {
                        await arena.Play(script);
                    }
                    catch (InvalidOperationException differs)
                    {
                        throw new InvalidOperationException($"{differs.Message}\n{arena.Log}", differs);
                    }
                },
                iter: (steps + Script.FewestSteps - 1) / Script.FewestSteps,
                threads: 1);
            Assert.That(await host!.InDatabase(Books.Faults), Is.Empty, "the books");
        }
        finally
        {
            await Stop(host);
        }
    }

    private static ValueTask Stop(JposHost? host) => host?.DisposeAsync() ?? ValueTask.CompletedTask;
}
