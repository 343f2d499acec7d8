// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

import org.frugalvision.engine.json.JsonObject;
import org.frugalvision.engine.json.JsonReader;
import org.frugalvision.engine.json.JsonWriter;
import org.frugalvision.engine.run.Fingerprint;

/**
 * The file of a network: a zip with {@value #DESCRIPTION} (JSON) and {@value #WEIGHTS} (see {@link StoredValues}), in
 * this order and nothing else. The zip's comment, its last bytes, is the checksum of everything before it; so a
 * damaged or cut-off file is refused before any part of it is interpreted. It is read twice, front to end: once for the
 * checksum, once for the network. Memory while reading: the description and the weights; not more than a file of its
 * length can hold.
 */
final class NetworkFile {

    private static final String DESCRIPTION = "network.json";

    private static final String WEIGHTS = "weights.bin";

    private static final String CHECKSUM_TITLE = "SHA-256 ";

    private static final int CHECKSUM_LENGTH = CHECKSUM_TITLE.length() + 64;

    /** Zip files begin with these bytes. */
    private static final byte[] MAGIC = {'P', 'K', 3, 4};

    private static final int MAX_DESCRIPTION = 16 << 20;

    private static final long MAX_FILE = Float.BYTES * NetworkSpec.MAX_PARAMETERS + 2 * MAX_DESCRIPTION;

    /** No byte of a zip file becomes more bytes than this. */
    private static final long MOST_DEFLATED = 1040;

    /** Share of weights that are 0 from which on compressing pays. */
    private static final double SPARSE = 0.25;

    private static final String FOREIGN = "this is no network file of Frugal Vision, or one cut off at its start";

    private NetworkFile() {
    }

    /** Writes the content twice, the first time to count its bytes, of which the checksum begins with the number. */
    static void write(final Network network, final OutputStream out) throws IOException {
        final byte[] json =
            JsonWriter.write(NetworkDescription.write(network)).getBytes(StandardCharsets.UTF_8);
        final HeadOfStream count = new HeadOfStream(Long.MAX_VALUE, OutputStream.nullOutputStream());
        content(json, network, count);
        final long length = count.written() - CHECKSUM_LENGTH;
        final Fingerprint fingerprint = new Fingerprint();
        content(json, network, new HeadOfStream(length, out, fingerprint.sink(length)));
        out.write(checksum(fingerprint));
    }

    private static void content(final byte[] json, final Network network, final OutputStream out)
        throws IOException {
        final ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        zip.setComment(" ".repeat(CHECKSUM_LENGTH));
        begin(zip, DESCRIPTION);
        zip.write(json);
        zip.closeEntry();
        // compressing makes weights 8 % smaller and slow to write, unless many of them are 0
        zip.setLevel(sparse(network.weights()) ? Deflater.DEFAULT_COMPRESSION : Deflater.NO_COMPRESSION);
        begin(zip, WEIGHTS);
        StoredValues.write(network, zip);
        zip.closeEntry();
        zip.finish();
    }

    private static boolean sparse(final float[] weights) {
        int zeros = 0;
        for (final float weight : weights) {
            zeros += weight == 0 ? 1 : 0;
        }
        return zeros > SPARSE * weights.length;
    }

    private static void begin(final ZipOutputStream zip, final String name) throws IOException {
        final ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0));
        zip.putNextEntry(entry);
    }

    static Network read(final Path file) throws IOException {
        final long length = Files.size(file);
        try (InputStream in = Files.newInputStream(file)) {
            if (!Arrays.equals(MAGIC, in.readNBytes(MAGIC.length)) || length < MAGIC.length + CHECKSUM_LENGTH) {
                throw new NetworkFormatException(FOREIGN);
            }
        }
        if (length > MAX_FILE) {
            throw new NetworkFormatException("the file has %,d bytes, and a network at most %,d"
                .formatted(length, MAX_FILE));
        }
        final long content = length - CHECKSUM_LENGTH;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            final byte[] expected = checksum(new Fingerprint().add(in, content));
            if (!Arrays.equals(expected, in.readNBytes(CHECKSUM_LENGTH))) {
                throw new NetworkFormatException("the file is damaged or cut off (its checksum is wrong)");
            }
        }
        try (ZipInputStream zip =
            new ZipInputStream(new BufferedInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8)) {
            return read(zip, length);
        } catch (IllegalArgumentException | ZipException | EOFException e) { // what zip and network refuse
            throw new NetworkFormatException(String.valueOf(e.getMessage()), e);
        }
    }

    private static Network read(final ZipInputStream zip, final long length) throws IOException {
        next(zip, DESCRIPTION);
        final byte[] json = zip.readNBytes(MAX_DESCRIPTION);
        end(zip, DESCRIPTION);
        final NetworkDescription description =
            NetworkDescription.read(new JsonObject(JsonReader.read(new String(json, StandardCharsets.UTF_8))));
        final long parameters = description.spec().parameters();
        if (Float.BYTES * parameters > MOST_DEFLATED * length) {
            throw new NetworkFormatException("the file is too short for the %,d weights of its network"
                .formatted(parameters));
        }
        next(zip, WEIGHTS);
        final StoredValues weights = StoredValues.read(description.spec(), description.codes(), zip);
        end(zip, WEIGHTS);
        if (zip.getNextEntry() != null) {
            throw new NetworkFormatException("the file holds more than a network");
        }
        final Network network =
            new Network(description.spec(), description.classes(), weights.values(), description.history());
        final Network coded = weights.codes().isEmpty() ? network : network.coded(weights.codes());
        return description.ranges().isEmpty() ? coded : coded.inEightBits(description.ranges());
    }

    private static void next(final ZipInputStream zip, final String name) throws IOException {
        final ZipEntry entry = zip.getNextEntry();
        if (entry == null || !entry.getName().equals(name)) {
            throw new NetworkFormatException("the file lacks " + name);
        }
    }

    private static void end(final ZipInputStream zip, final String name) throws IOException {
        if (zip.read() >= 0) {
            throw new NetworkFormatException(name + " is larger than it may be");
        }
    }

    private static byte[] checksum(final Fingerprint content) {
        return (CHECKSUM_TITLE + content.hex()).getBytes(StandardCharsets.US_ASCII);
    }
}
