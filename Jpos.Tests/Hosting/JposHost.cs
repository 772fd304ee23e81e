using Jpos.Domain.Programmes;
using Jpos.Infrastructure.Database;
using Jpos.Infrastructure.LedgerVerification;
using Jpos.Infrastructure.Maintenance;
using Jpos.Infrastructure.Settings;
using Jpos.Infrastructure.Webhooks;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace Jpos.Tests.Hosting;

/// <summary>
/// The real host on a real port of 127.0.0.1, with a database of its own that holds the demo data, and with a clock that stands still until a test moves it. Disposing of it stops the host, checks the books, and removes the database.
/// </summary>
internal sealed class JposHost : IAsyncDisposable
{
    /// <summary>When a host starts: 2026-03-02, 12:00 in Shanghai.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);

    private readonly WebApplicationFactory<Program> factory;
    private readonly bool checksBooks;
    private readonly bool ownsDatabase;

    private bool hasOwnProgramme;
    private TestDatabase? template;

    /// <summary>Under what it waits for the next who borrows it; null for a host that is not lent.</summary>
    private string? kind;

    private JposHost(WebApplicationFactory<Program> factory, TestDatabase database, FakeTimeProvider time, UnitSeam seam, bool checksBooks, bool ownsDatabase)
    {
        this.factory = factory;
        Seam = seam;
        this.checksBooks = checksBooks;
        this.ownsDatabase = ownsDatabase;
        Database = database;
        Time = time;
        Http = factory.CreateClient();
        Http.Timeout = TimeSpan.FromMinutes(5);
    }

    public FakeTimeProvider Time { get; }

    public HttpClient Http { get; }

    public IServiceProvider Services => factory.Services;

    public TestDatabase Database { get; }

    /// <summary>Where a test steps into the host's units of work.</summary>
    public UnitSeam Seam { get; }

    /// <param name="settings">Settings that differ from the defaults.</param>
    /// <param name="services">Changes to what the host is made of.</param>
    /// <param name="checksBooks">False for a test that breaks the books on purpose.</param>
    /// <param name="before">What happens to the host's files before it starts.</param>
    /// <param name="folder">Where the host's files are; null for a new folder on the disk. It is gone when the host is.</param>
    /// <param name="engine">What its data is in.</param>
    /// <param name="template">What its database is a copy of; null for the demo data of a host by its defaults.</param>
    public static async Task<JposHost> Run(
        IEnumerable<KeyValuePair<string, string>>? settings = null,
        Action<IServiceCollection>? services = null,
        bool checksBooks = true,
        Func<TemporaryFolder, Task>? before = null,
        TemporaryFolder? folder = null,
        Engine engine = Engine.Sqlite,
        TestDatabase? template = null)
    {
        var database = await TestDatabase.WithDemoData(engine, folder, template);
        await (before?.Invoke(database.Folder) ?? Task.CompletedTask);
        var host = await Launch(database, settings ?? [], services, checksBooks, ownsDatabase: true);
        host.template = template;
        host.hasOwnProgramme = settings?.Any(setting => setting.Key.StartsWith("Jpos:Programme:", StringComparison.Ordinal)) is true;
        await host.BeginProgramme();
        return host;
    }

    /// <summary>
    /// As <see cref="Run"/>, but of a host that others had before and will have after: disposing of it checks the books, and gives it back as it was.
    /// For tests that come to it as its clients do, and change nothing of it but its data, its clock, and what happens in its seam. Files that they leave in its folder stay there.
    /// </summary>
    /// <param name="settings">Settings that differ from the defaults.</param>
    /// <param name="engine">What its data is in.</param>
    /// <param name="inMemory">Its files are in memory.</param>
    /// <param name="template">What its database is a copy of, always the same for these settings; null for the demo data of a host by its defaults.</param>
    public static async Task<JposHost> Borrow(
        IEnumerable<KeyValuePair<string, string>>? settings = null, Engine engine = Engine.Sqlite, bool inMemory = false, TestDatabase? template = null)
    {
        List<KeyValuePair<string, string>> all = [.. settings ?? []];
        var kind = $"{engine} {inMemory} {string.Join('\n', all)}";
        if (IdleHosts.Take(kind) is { } idle)
        {
            return idle;
        }

        var host = await Run(all, folder: inMemory ? TemporaryFolder.InMemory() : null, engine: engine, template: template);

        // SQL Server has no copy of the beginning to go back to.
        host.kind = engine is Engine.SqlServer ? null : kind;
        return host;
    }

    /// <summary>As <see cref="Run"/>, but the host makes the database itself, as on a fresh machine.</summary>
    public static Task<JposHost> RunOnEmptyDatabase(IEnumerable<KeyValuePair<string, string>> settings, Action<IServiceCollection> services, Engine engine = Engine.Sqlite) =>
        Launch(TestDatabase.Empty(engine), settings, services, checksBooks: true, ownsDatabase: true);

    /// <summary>A host on a database that outlives it.</summary>
    public static Task<JposHost> RunOn(TestDatabase database, IEnumerable<KeyValuePair<string, string>>? settings = null, Action<IServiceCollection>? services = null) =>
        Launch(database, settings ?? [], services, checksBooks: true, ownsDatabase: false);

    /// <summary>Posts a form.</summary>
    public async Task<TerminalAnswerText> Post(string path, Form form)
    {
        using var content = form.ToContent();
        using var response = await Http.PostAsync(new Uri(path, UriKind.Relative), content);
        return await TerminalAnswerText.Read(response);
    }

    /// <summary>Looks into the database, or arranges what no message can.</summary>
    public async Task<T> InDatabase<T>(Func<JposDbContext, Task<T>> work)
    {
        await using var scope = Services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<JposDbContext>());
    }

    public Task InDatabase(Func<JposDbContext, Task> work) => InDatabase(async db =>
    {
        await work(db);
        return 0;
    });

    /// <summary>What is wrong with the books.</summary>
    public Task<IReadOnlyList<string>> Faults() =>
        InDatabase(async db => (await new LedgerVerifier(db, Services.GetRequiredService<DatabaseEngine>()).Verify(CancellationToken.None)).Discrepancies);

    public async ValueTask DisposeAsync()
    {
        Seam.Close();
        try
        {
            if (checksBooks)
            {
                Assert.That(await Faults(), Is.Empty, "the books");
            }

            await (kind is null ? Task.CompletedTask : Restore());
        }
        catch
        {
            await Stop();
            throw;
        }

        await (kind is null ? Stop() : IdleHosts.TakeBack(kind, this));
    }

    /// <summary>Stops the host, lent or not.</summary>
    public async Task Stop()
    {
        Http.Dispose();
        await factory.DisposeAsync();
        await (ownsDatabase ? Database.DisposeAsync() : ValueTask.CompletedTask);
    }

    /// <summary>Makes it as it was when it had started. It goes on with the serial numbers that it has taken: no other host may get them.</summary>
    public async Task Restore()
    {
        var firstFree = await InDatabase(db => db.NumberBlocks.Select(block => block.FirstFree).SingleAsync());
        await Database.Restore(await InDatabase(db => Task.FromResult(db.Database.GetConnectionString()!)), template);
        await InDatabase(db => db.NumberBlocks.ExecuteUpdateAsync(set => set.SetProperty(block => block.FirstFree, firstFree)));
        Time.AdjustTime(Start);
        Services.GetRequiredService<SubscriptionCache>().Invalidate();
        await BeginProgramme();
    }

    /// <summary>A database that was copied has the rules of the one that it was copied from: it gets those that it would have begun with.</summary>
    private async Task BeginProgramme()
    {
        if (hasOwnProgramme)
        {
            await InDatabase(async db =>
            {
                await db.ProgrammeVersions.ExecuteDeleteAsync();
                db.ProgrammeVersions.Add(new ProgrammeVersion(1, Services.GetRequiredService<ProgrammeSettings>().Rules(), Start.UtcDateTime, "test"));
                await db.SaveChangesAsync();
            });
        }

        Services.GetRequiredService<ProgrammeCache>().Invalidate();
    }

    private static async Task<JposHost> Launch(
        TestDatabase database, IEnumerable<KeyValuePair<string, string>> settings, Action<IServiceCollection>? services, bool checksBooks, bool ownsDatabase)
    {
        var time = new FakeTimeProvider(Start);
        var seam = new UnitSeam();
        var factory = new WebApplicationFactory<Program>().WithWebHostBuilder(builder =>
        {
            builder.UseEnvironment("Development");
            builder.UseSetting("urls", "http://127.0.0.1:0");
            builder.UseSetting("Jpos:Sms:File", "");

            // Nobody changes settings while a test runs, and to watch their files takes longer than the rest of a start.
            builder.UseSetting("hostBuilder:reloadConfigOnChange", "false");
            foreach (var (name, value) in database.Settings.Concat(settings))
            {
                builder.UseSetting(name, value);
            }

            builder.ConfigureTestServices(all =>
            {
                all.AddSingleton<TimeProvider>(time).Intercept(seam);

                // A run that comes by itself when a test moves the clock would make its figures a matter of luck.
                all.Remove(all.Single(service => service.ImplementationType == typeof(DailyJobs)));
                all.Remove(all.Single(service => service.ImplementationType == typeof(WebhookDispatcher)));
                services?.Invoke(all);
            });
        });
        try
        {
            factory.UseKestrel(0);
            factory.StartServer();
            return new JposHost(factory, database, time, seam, checksBooks, ownsDatabase);
        }
        catch
        {
            await factory.DisposeAsync();
            await (ownsDatabase ? database.DisposeAsync() : ValueTask.CompletedTask);
            throw;
        }
    }
}
