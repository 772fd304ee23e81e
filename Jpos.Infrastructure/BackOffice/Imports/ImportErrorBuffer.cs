using System.Text.Json;
using Jpos.Application.BackOffice.Imports;
using Jpos.Infrastructure.Files;

namespace Jpos.Infrastructure.BackOffice.Imports;

/// <summary>Bad lines of a dry run, kept in a private temporary file until they are reported: there may be any number of them.</summary>
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

    /// <summary>Reads what was added, in its order. Nothing is added afterwards.</summary>
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
