// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.frugalvision.engine.run.Fingerprint;

/**
 * The file of a network: a zip with {@value #DESCRIPTION} (JSON) and {@value #WEIGHTS} (32-bit floats, little-endian),
 * in this order and nothing else. The zip's comment, its last bytes, is the checksum of everything before it; so a
 * damaged or cut-off file is refused before any part of it is interpreted. Memory while reading: the file and the
 * weights.
 */
final class NetworkFile {

    private static final String DESCRIPTION = "network.json";

    private static final String WEIGHTS = "weights.bin";

    private static final String CHECKSUM_TITLE = "SHA-256 ";

    private static final int CHECKSUM_LENGTH = CHECKSUM_TITLE.length() + 64;

    /** Zip files begin with these bytes. */
    private static final byte[] MAGIC = {'P', 'K', 3, 4};

    private static final int MAX_DESCRIPTION = 16 << 20;

    private static final int MAX_FILE = Integer.MAX_VALUE - 64;

    private static final String FOREIGN = "this is no network file of Frugal Vision, or one cut off at its start";

    private NetworkFile() {
    }

    static void write(final Network network, final OutputStream out) throws IOException {
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            zip.setComment(" ".repeat(CHECKSUM_LENGTH));
            entry(zip, DESCRIPTION,
                JsonWriter.write(NetworkDescription.write(network)).getBytes(StandardCharsets.UTF_8));
            final float[] weights = network.weights();
            final ByteBuffer buffer = ByteBuffer.allocate(4 * weights.length).order(ByteOrder.LITTLE_ENDIAN);
            buffer.asFloatBuffer().put(weights);
            entry(zip, WEIGHTS, buffer.array());
        }
        final byte[] file = bytes.toByteArray();
        final int content = file.length - CHECKSUM_LENGTH;
        out.write(file, 0, content);
        out.write(checksum(file, content));
    }

    static Network read(final InputStream in) throws IOException {
        if (!Arrays.equals(MAGIC, in.readNBytes(MAGIC.length))) { // before a large file of another kind is read
            throw new NetworkFormatException(FOREIGN);
        }
        final byte[] file = whole(in);
        final int content = file.length - CHECKSUM_LENGTH;
        if (content < MAGIC.length) {
            throw new NetworkFormatException(FOREIGN);
        }
        if (!Arrays.equals(checksum(file, content), Arrays.copyOfRange(file, content, file.length))) {
            throw new NetworkFormatException("the file is damaged or cut off (its checksum is wrong)");
        }
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(file), StandardCharsets.UTF_8)) {
            final String json = new String(entry(zip, DESCRIPTION, MAX_DESCRIPTION), StandardCharsets.UTF_8);
            final NetworkDescription description = NetworkDescription.read(new JsonObject(JsonReader.read(json)));
            final int size = Math.toIntExact(4 * description.spec().parameters());
            final float[] weights = floats(entry(zip, WEIGHTS, size), size);
            if (zip.getNextEntry() != null) {
                throw new NetworkFormatException("the file holds more than a network");
            }
            return new Network(description.spec(), description.classes(), weights, description.history());
        } catch (IllegalArgumentException e) { // what zip and network refuse
            throw new NetworkFormatException(String.valueOf(e.getMessage()), e);
        }
    }

    private static byte[] whole(final InputStream in) throws IOException {
        return new SequenceInputStream(new ByteArrayInputStream(MAGIC), in).readNBytes(MAX_FILE);
    }

    private static void entry(final ZipOutputStream zip, final String name, final byte[] content)
        throws IOException {
        final ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] entry(final ZipInputStream zip, final String name, final int limit) throws IOException {
        final ZipEntry entry = zip.getNextEntry();
        if (entry == null || !entry.getName().equals(name)) {
            throw new NetworkFormatException("the file lacks " + name);
        }
        final byte[] content = zip.readNBytes(limit);
        if (zip.read() >= 0) {
            throw new NetworkFormatException(name + " is larger than it may be");
        }
        return content;
    }

    private static float[] floats(final byte[] bytes, final int size) throws NetworkFormatException {
        if (bytes.length != size) {
            throw new NetworkFormatException("the file has too few weights");
        }
        final float[] values = new float[size / 4];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }

    private static byte[] checksum(final byte[] file, final int length) {
        return (CHECKSUM_TITLE + new Fingerprint().add(file, 0, length).hex()).getBytes(StandardCharsets.US_ASCII);
    }
}
