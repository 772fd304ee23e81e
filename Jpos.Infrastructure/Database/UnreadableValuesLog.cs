using System.Data.Common;
using Jpos.Infrastructure.Database.Converters;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Jpos.Infrastructure.Database;

/// <summary>Logs each unreadable stored value once, after the read that found it.</summary>
internal sealed partial class UnreadableValuesLog(ILogger<UnreadableValuesLog> logger) : DbCommandInterceptor
{
    private int told;

    public override InterceptionResult DataReaderClosing(DbCommand command, DataReaderClosingEventData eventData, InterceptionResult result)
    {
        Tell();
        return result;
    }

    public override ValueTask<InterceptionResult> DataReaderClosingAsync(DbCommand command, DataReaderClosingEventData eventData, InterceptionResult result)
    {
        Tell();
        return new(result);
    }

    private void Tell()
    {
        var (first, count) = (Volatile.Read(ref told), UnreadableValues.Count);
        if (count == first || Interlocked.CompareExchange(ref told, count, first) != first)
        {
            return;
        }

        foreach (var value in UnreadableValues.After(first).Take(count - first))
        {
            LogUnreadable(value.Column, value.Stored);
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Value in {Column} could not be read: {Stored}. Its rows are shown as unreadable and refused where the value matters; see docs/running.md#a-stored-value-that-cannot-be-read")]
    private partial void LogUnreadable(string column, string stored);
}
