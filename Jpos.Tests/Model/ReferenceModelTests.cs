using CsCheck;
using Jpos.Tests.Hosting;
using Jpos.Tests.Protocol;

namespace Jpos.Tests.Model;

/// <summary>
/// The host and the <see cref="ReferenceModel"/> are told the same random sequences of messages, with repeats, losses and reversals that come first, and have to answer the same.
/// JPOS_TEST_MODEL_STEPS makes it longer; a failure prints a seed, and CsCheck_Seed runs that sequence first, or alone if JPOS_TEST_MODEL_STEPS is 4.
/// </summary>
[Parallelizable(ParallelScope.All)]
[TestFixtureSource(typeof(Engines), nameof(Engines.Each))]
internal sealed class ReferenceModelTests(Engine engine)
{
    private const int SequencesOfOneHost = 200;

    private readonly int steps = engine is Engine.Sqlite ? TestLength.Of("JPOS_TEST_MODEL_STEPS", shortForm: 400, longForm: 4000) : TestLength.Of("JPOS_TEST_MODEL_STEPS", shortForm: 120, longForm: 800);

    [Test]
    public Task By_the_default_rules() => Play(new Rules(), steps / 2);

    [Test]
    public Task With_points_that_are_not_yuan() => Play(new Rules(PointValue: 0.3m), steps / 4, ("PointValue", "0.3"));

    [Test]
    public Task With_gifts_at_once_and_refunds_that_leave_debts() =>
        Play(new Rules(GiftsAtOnce: true, RefundMayOwe: true), steps / 4, ("GiftsAvailableAtOnce", "true"), ("RefundMayLeaveDebt", "true"));

    [Test]
    public Task With_large_gifts_that_are_held_and_lower_limits() =>
        Play(new Rules(LargeGift: 20m, MostPerConsume: 5000m, MostGiftsPerDay: 150m), steps / 4, ("LargeGift", "20"), ("MostPerConsume", "5000"), ("MostGiftsPerDay", "150"));

    [Test]
    public Task With_every_gift_held_and_refunds_that_leave_debts() =>
        Play(new Rules(GiftsAtOnce: true, RefundMayOwe: true, LargeGift: 0m), steps / 4, ("GiftsAvailableAtOnce", "true"), ("RefundMayLeaveDebt", "true"), ("LargeGift", "0"));

    private async Task Play(Rules rules, int most, params (string Name, string Value)[] settings)
    {
        using var texts = new Texts();
        var run = settings.Select(setting => KeyValuePair.Create($"Jpos:Programme:{setting.Name}", setting.Value)).Append(texts.AsSetting()).ToList();
        JposHost? host = null;
        var played = 0;
        var done = 0;
        var answers = new List<string>();
        try
        {
            await Script.Any.SampleAsync(
                async script =>
                {
                    if (host is null || played % SequencesOfOneHost == 0)
                    {
                        await CheckBooks(host);
                        await Stop(host);
                        host = await JposHost.Run(run, checksBooks: false, folder: TemporaryFolder.InMemory(), engine: engine);
                    }

                    var arena = await Arena.Open(host, texts, played++, rules, script);
                    try
                    {
                        await arena.Play(script);
                        done += script.Steps.Length;
                        answers.AddRange(arena.Answers);
                    }
                    catch (InvalidOperationException differs)
                    {
                        throw new InvalidOperationException($"{differs.Message}\n{arena.Log}", differs);
                    }
                },
                iter: (most + Script.Length - 1) / Script.Length,
                threads: 1);
            var counted = answers.CountBy(answer => answer).OrderBy(answer => answer.Key, StringComparer.Ordinal).Select(answer => $"{answer.Key} × {answer.Value}");
            await TestContext.Out.WriteLineAsync($"{done} steps, {answers.Count} answers: {string.Join(", ", counted)}");
            await CheckBooks(host);
        }
        finally
        {
            await Stop(host);
        }
    }

    private static async Task CheckBooks(JposHost? host)
    {
        if (host is not null)
        {
            Assert.That(await host.Faults(), Is.Empty, "the books");
        }
    }

    private static ValueTask Stop(JposHost? host) => host?.DisposeAsync() ?? ValueTask.CompletedTask;
}
