using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Jpos.Tests.EndToEnd.Security;

/// <summary>All that is logged, at every level, as it is before any mask.</summary>
internal sealed class Everything(ConcurrentBag<string> said) : ILoggerProvider, ILogger
{
    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        said.Add($"log scope {state}");
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        said.Add($"log {formatter(state, exception)} {exception} {(state is IEnumerable<KeyValuePair<string, object?>> values ? string.Join(' ', values) : "")}");

    public void Dispose()
    {
    }
}
