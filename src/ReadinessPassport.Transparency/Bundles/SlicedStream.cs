namespace ReadinessPassport.Transparency.Bundles;

/// <summary>A part of a stream, read from its beginning.</summary>
internal sealed class SlicedStream(Stream whole, long at, long length) : Stream
{
    private long _read;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => length;
    public override long Position { get => _read; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        var left = (int)Math.Min(buffer.Length, length - _read);
        if (left == 0)
            return 0;
        whole.Position = at + _read; // others may have read elsewhere in between
        var read = whole.Read(buffer[..left]);
        _read += read;
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
