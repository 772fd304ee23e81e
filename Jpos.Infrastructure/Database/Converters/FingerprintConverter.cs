using Jpos.Domain.Journal;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Jpos.Infrastructure.Database.Converters;

internal sealed class FingerprintConverter() : ValueConverter<Fingerprint, string>(value => value.Text, stored => Fingerprint.Of(stored));
