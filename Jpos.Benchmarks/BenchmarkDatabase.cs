using Jpos.Infrastructure.Database;
using Jpos.Tests.Hosting;

namespace Jpos.Benchmarks;

/// <summary>A database of a benchmark, on a real disk and with durable commits, gone at the end.</summary>
internal abstract class BenchmarkDatabase : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public string Folder => folder.Path;

    public abstract string Engine { get; }

    /// <summary>What a server of its own has had of the processors; nothing, if the database lives in the host.</summary>
    public abstract TimeSpan ProcessorTime { get; }

    public IEnumerable<(string Name, string Value)> Settings =>
    [
        ("Jpos__Database__Provider", Engine),
        ("ConnectionStrings__Jpos", ConnectionString),
        ("Jpos__Security__HostKeyFile", folder.File("host.key")),
        ("Jpos__Limits__RequestsPerSecondOfAddress", "0"),
        ("Jpos__Limits__RequestsPerSecondOfTerminal", "0"),
    ];

    /// <summary>A list of the numbers from 1 on, as SQL.</summary>
    public abstract string Series(long count);

    /// <summary>A number with leading zeros, as SQL.</summary>
    public abstract string Pad(string number, int digits);

    /// <summary>A day earlier than another, as SQL.</summary>
    public abstract string DaysBefore(string day, string days);

    /// <summary>To be called when it is filled.</summary>
    public abstract Task Settle(JposDbContext db);

    public abstract JposDbContext Open();

    /// <summary>The engine, as the host sees it.</summary>
    public abstract DatabaseEngine Make();

    public virtual void Dispose() => folder.Dispose();

    protected abstract string ConnectionString { get; }

    protected string File(string name) => folder.File(name);
}
