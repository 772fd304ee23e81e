namespace Jpos.Api.TerminalProtocol.Messages;

/// <summary>Binds the fields of a form by their own names and ignores all other fields.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FormAttribute : FromFormAttribute
{
    public FormAttribute() => Name = "";
}
