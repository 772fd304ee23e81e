using System.Data.Common;
using Jpos.Application.Ports;
using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Infrastructure.Database.Sqlite;
using Jpos.Infrastructure.Keys;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace Jpos.Tests.EndToEnd.Security;

/// <summary>Makes the host fail when it has asked so many things of others: statements, saves, commits, keys, answers, texts.</summary>
internal sealed class InjectedFaults : DbCommandInterceptor, ISaveChangesInterceptor, IDbTransactionInterceptor
{
    /// <summary>What can fail.</summary>
    public static readonly IReadOnlyCollection<string> Kinds =
        ["statement", "save", "commit", nameof(IKeyVault), nameof(ICipherKey), nameof(IHashKey), nameof(IAnswerWriter), nameof(ISmsSender)];

    /// <summary>After how many; below zero for never.</summary>
    public int Countdown { get; set; } = -1;

    /// <summary>What did fail.</summary>
    public HashSet<string> Failed { get; } = [];

    public IServiceCollection AddTo(IServiceCollection services) => services
        .ConfigureDbContext<SqliteJposDbContext>(options => options.AddInterceptors(this))
        .Decorate<IKeyVault>((inner, _) => new FaultyVault(inner, this))
        .Decorate<IAnswerWriter>((inner, _) => new FaultyWriter(inner, this))
        .Decorate<ISmsSender>((inner, _) => new FaultySender(inner, this));

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Pass(result, "statement"));

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Pass(result, "statement"));

    public ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult(Pass(result, "save"));

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) => ValueTask.FromResult(Pass(result, "commit"));

    /// <summary>A step: it fails, or lets the host go on.</summary>
    public void Step(string kind)
    {
        if (Countdown < 0 || --Countdown >= 0)
        {
            return;
        }

        Failed.Add(kind);
        throw new InvalidOperationException("A fault that the test made.");
    }

    private T Pass<T>(T result, string kind)
    {
        Step(kind);
        return result;
    }
}
