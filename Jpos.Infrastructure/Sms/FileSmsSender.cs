using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Jpos.Infrastructure.Files;

namespace Jpos.Infrastructure.Sms;

/// <summary>Appends each text to a file as a JSON line, for development and tests: <c>{"mobileNo","text","sentAt"}</c>, with sentAt in Unix seconds.</summary>
internal sealed class FileSmsSender(string path, TimeProvider time) : ISmsSender, IDisposable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    private readonly SemaphoreSlim turn = new(1);

    public async Task<bool> Send(MobileNumber mobile, string text, CancellationToken cancellation)
    {
        var line = JsonSerializer.Serialize(new { MobileNo = mobile.Value, Text = text, SentAt = time.GetUtcNow().ToUnixTimeSeconds() }, Json);
        await turn.WaitAsync(cancellation);
        try
        {
            await using var file = PrivateFile.Append(path);
            await file.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"), cancellation);
            return true;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return false;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
