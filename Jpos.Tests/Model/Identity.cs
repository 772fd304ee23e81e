namespace Jpos.Tests.Model;

/// <summary>A document; without a number, only its kind.</summary>
internal sealed record Identity(string Type, string? Number);
