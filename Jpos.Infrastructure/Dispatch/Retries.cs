using Jpos.Application.TerminalProtocol.Messages;
using Jpos.Domain.Protocol;
using Jpos.Infrastructure.Database;
using Jpos.Infrastructure.Settings;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Jpos.Infrastructure.Dispatch;

/// <summary>Decides a message again on fresh rows after a conflict, a bounded number of times, and as often as need be while the database is busy, until its deadline (protocol §3).</summary>
internal sealed partial class Retries(DatabaseEngine engine, IOptions<MessageSettings> options, ILogger<Retries> logger)
{
    /// <summary>It may come out otherwise if it is tried again.</summary>
    public bool MayHelp(Exception exception) => engine.IsConflict(exception) || engine.IsBusy(exception) || engine.IsTransient(exception);

    /// <param name="message">The message.</param>
    /// <param name="attempt">Decides it.</param>
    /// <param name="stop">Gives up.</param>
    /// <param name="met">How many conflicts it met before.</param>
    public async Task<T> Run<T>(TerminalMessage message, Func<Task<T>> attempt, CancellationToken stop, int met = 0)
    {
        var pause = new GrowingPause();
        while (true)
        {
            try
            {
                return await attempt();
            }
            catch (Exception exception) when (engine.IsConflict(exception) && met + 1 < options.Value.Attempts)
            {
                LogConflict(message.GetType().Name, message.Terminal, ++met);
            }
            catch (Exception exception) when (engine.IsBusy(exception) || engine.IsTransient(exception))
            {
                // Not an attempt: nothing was decided, or nobody knows. The deadline bounds it.
                LogNotReady(message.GetType().Name, message.Terminal, exception.Message);
                await pause.Wait(stop);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Message} of {Terminal} met a conflict at attempt {Attempt}; it is decided again")]
    private partial void LogConflict(string message, TerminalNumber terminal, int attempt);

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Message} of {Terminal} waits for the database: {Reason}")]
    private partial void LogNotReady(string message, TerminalNumber terminal, string reason);
}
