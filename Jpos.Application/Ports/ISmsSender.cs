namespace Jpos.Application.Ports;

public interface ISmsSender
{
    /// <summary>Sends a text within bounded time.</summary>
    /// <returns>False if the gateway did not accept the text.</returns>
    Task<bool> Send(MobileNumber mobile, string text, CancellationToken cancellation);
}
