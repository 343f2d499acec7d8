// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.deeplearning4j.nn.api.Model;
import org.frugalvision.engine.prune.ZeroedChannels;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Networks read from files of others lose channels as our own do. */
public final class PrunedImportsTest {

    @Rule
    public final TemporaryFolder m_folder = new TemporaryFolder();

    @Test
    public void modelsInTheLayoutOfKerasAreUnderstood() throws IOException {
        for (final String name : List.of("sequential.h5", "functional.h5", "nested.h5", "keras3.h5")) {
            final Path file = m_folder.getRoot().toPath().resolve(name);
            try (InputStream in = PrunedImportsTest.class.getResourceAsStream("keras/" + name)) {
                Files.write(file, in.readAllBytes());
            }
            final int side = name.equals("keras3.h5") ? 7 : 0;
            check(file, new ImportSettings(List.of(), side, side, PixelRange.AUTOMATIC));
        }
    }

    @Test
    public void networksOfDl4jAreUnderstood() throws IOException {
        for (final Model model : List.of(Dl4jNetworks.sequence(12, 2), Dl4jNetworks.residual(12, 2))) {
            check(Dl4jNetworks.write(model, m_folder.getRoot().toPath()),
                new ImportSettings(List.of(), 12, 12, PixelRange.AUTOMATIC));
        }
    }

    private static void check(final Path file, final ImportSettings settings) throws IOException {
        for (int seed = 0; seed < 5; seed++) {
            ZeroedChannels.check(ModelFile.read(file, settings).network(), seed);
        }
    }
}
