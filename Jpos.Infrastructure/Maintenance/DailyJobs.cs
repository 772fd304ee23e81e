using Jpos.Application.Time;
using Jpos.Infrastructure.Hosting;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Jpos.Infrastructure.Maintenance;

/// <summary>Runs the expiry job and the retention job at the start of the host and soon after each midnight of the programme.</summary>
internal sealed partial class DailyJobs(ExpiryJob expiry, RetentionJob retentionJob, ProgrammeClock clock, TimeProvider time, IHostApplicationLifetime lifetime, ILogger<DailyJobs> logger) : StartedHostService(lifetime)
{
    private static readonly TimeSpan AfterMidnight = TimeSpan.FromMinutes(5);

    protected override async Task Run(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await expiry.Run(stoppingToken);
                await retentionJob.Run(stoppingToken);
            }
            catch (Exception failure) when (!stoppingToken.IsCancellationRequested)
            {
                // The next day repeats the work. No failure may end the service, because that would end the host.
                LogFailed(failure);
            }

            var untilNext = clock.UntilTomorrow(AfterMidnight);
            var pause = Task.Delay(untilNext, time, stoppingToken);
            LogNext(untilNext);
            await pause;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Daily jobs were scheduled to run in {Pause}")]
    private partial void LogNext(TimeSpan pause);

    [LoggerMessage(Level = LogLevel.Error, Message = "Daily jobs failed; the next run continues them")]
    private partial void LogFailed(Exception failure);
}
