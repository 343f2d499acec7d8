// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

import org.frugalvision.engine.hdf5.Hdf5File;
import org.frugalvision.engine.json.JsonException;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.NetworkFormatException;

/**
 * A file with a network of ours, of DL4J or of Keras; which of them, its content tells. Nothing in a file is executed,
 * no Java object is read, and no more memory is taken than the file has weights for.
 */
public final class ModelFile {

    private static final byte[] ZIP = {'P', 'K', 3, 4};

    /** In a zip file the name of the first entry stands at this place. */
    private static final int FIRST_NAME = 30;

    private static final String OWN_FIRST = "network.json";

    private ModelFile() {
    }

    /**
     * @param file the file
     * @param settings what a file of another program does not tell; not looked at for one of ours
     * @return the network
     * @throws NetworkFormatException if it is damaged, cut off, too large, no network, or one that ours cannot express;
     *             the reason names every layer that is in the way
     * @throws IOException if reading fails
     */
    public static ImportedNetwork read(final Path file, final ImportSettings settings) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new NetworkFormatException("this is no file");
        }
        final byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(FIRST_NAME + OWN_FIRST.length());
        }
        if (start.length == 0) {
            throw new NetworkFormatException("the file is empty");
        }
        if (starts(start, ZIP, 0) && starts(start, OWN_FIRST.getBytes(StandardCharsets.US_ASCII), FIRST_NAME)) {
            return new ImportedNetwork(Network.load(file), List.of());
        }
        try {
            if (Hdf5File.begins(start)) {
                return KerasImport.read(file, settings);
            }
            if (starts(start, ZIP, 0)) {
                return Dl4jImport.read(file, settings);
            }
        } catch (JsonException e) {
            throw new NetworkFormatException(e.getMessage(), e);
        } catch (IllegalArgumentException | ArithmeticException e) { // sizes that no network can have
            throw new NetworkFormatException("it is not possible: " + e.getMessage(), e);
        }
        throw new NetworkFormatException("this is no network file of Frugal Vision, DL4J or Keras");
    }

    private static boolean starts(final byte[] content, final byte[] magic, final int at) {
        return content.length >= at + magic.length
            && Arrays.equals(content, at, at + magic.length, magic, 0, magic.length);
    }
}
