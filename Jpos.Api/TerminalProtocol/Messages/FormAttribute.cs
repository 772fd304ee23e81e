namespace Jpos.Api.TerminalProtocol.Messages;

/// <summary>Binds a form's fields by their own names, whatever else the form holds.</summary>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class FormAttribute : FromFormAttribute
{
    public FormAttribute() => Name = "";
}
