using System.Text.Json;
using Jpos.Application.BackOffice.Imports;
using Jpos.Infrastructure.Files;

namespace Jpos.Infrastructure.BackOffice.Imports;

/// <summary>Buffers the errors of a dry run in a private temporary file, because their number is not limited.</summary>
internal sealed class ImportErrorBuffer : IAsyncDisposable
{
    private readonly FileStream file;
    private readonly StreamWriter writer;

    public ImportErrorBuffer()
    {
        file = PrivateFile.MakeTemporary();
        writer = new StreamWriter(file, leaveOpen: true);
    }

    public Task Add(ImportErrorView fault) => writer.WriteLineAsync(JsonSerializer.Serialize(fault));

    /// <summary>Reads the errors in the order in which they were added. No error may be added afterwards.</summary>
    public async IAsyncEnumerable<ImportErrorView> Read()
    {
        await writer.FlushAsync();
        file.Position = 0;
        using var reader = new StreamReader(file, leaveOpen: true);
        while (await reader.ReadLineAsync() is { } line)
        {
            yield return JsonSerializer.Deserialize<ImportErrorView>(line)!;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await writer.DisposeAsync();
        await file.DisposeAsync();
    }
}
