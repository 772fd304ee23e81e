namespace Jpos.Application.Ports;

/// <param name="Transport">The wire's <c>workingKey</c>: both keys under the master key, each followed by its check value, hexadecimal.</param>
/// <param name="WrappedPinKey">The PIN key under the host key.</param>
/// <param name="WrappedMacKey">The MAC key under the host key.</param>
public sealed record NewWorkingKeys(string Transport, byte[] WrappedPinKey, byte[] WrappedMacKey);
