using System.Globalization;
using Jpos.Benchmarks;
using Jpos.Benchmarks.Abuse;

static int Number(string text) => int.Parse(text, NumberStyles.AllowThousands, CultureInfo.InvariantCulture);

switch (args)
{
    case ["compare"]:
        await Compare.Run(TimeSpan.FromSeconds(15), ["postgresql", "sqlite"]);
        return 0;
    case ["compare", var seconds, .. var engines]:
        await Compare.Run(TimeSpan.FromSeconds(Number(seconds)), engines.Length > 0 ? engines : ["postgresql", "sqlite"]);
        return 0;
    case ["abuse"]:
        await AbuseBenchmark.Run(5, TimeSpan.FromSeconds(6), []);
        return 0;
    case ["abuse", "--routes"]:
        return await AbuseBenchmark.Routes() ? 0 : 1;
    case ["abuse", var rounds, var seconds, .. var words]:
        await AbuseBenchmark.Run(Number(rounds), TimeSpan.FromSeconds(Number(seconds)), words);
        return 0;
    case [StubServer.Verb]:
        await StubServer.Run();
        return 0;
    case ["load", var engine, var clients, var seconds]:
        await Compare.Load(engine, Number(clients), TimeSpan.FromSeconds(Number(seconds)));
        return 0;
    case ["growth", var engine]:
        await Growth.Run(engine, new Size(1_000_000, 10_000_000));
        return 0;
    case ["growth", var engine, var cards, var transactions]:
        await Growth.Run(engine, new Size(Number(cards), Number(transactions)));
        return 0;
    default:
        Console.Error.WriteLine("""
            compare [SECONDS [ENGINE...]]            consume over HTTP beside pgbench and a raw loop on SQLite
            growth ENGINE [CARDS TRANSACTIONS]       messages on a small and a large database
            abuse [ROUNDS SECONDS [WORD...]]         attacks beside ordinary tills; WORDs name the attacks
            abuse --routes                           what each route costs; 1 if one is not answered as it should be
            load ENGINE CLIENTS SECONDS              a host that consumes, for a profiler
            An engine is postgresql or sqlite. See docs/performance.md, and docs/security.md for abuse.
            """);
        return 2;
}
