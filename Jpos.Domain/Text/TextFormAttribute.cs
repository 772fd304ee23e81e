namespace Jpos.Domain.Text;

/// <summary>The form of a type's texts, for the message that refuses another form.</summary>
/// <param name="form">The allowed form, as it follows "must be".</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class TextFormAttribute(string form) : Attribute
{
    /// <summary>The allowed form, as it follows "must be".</summary>
    public string Form => form;
}
