// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.recipe;

import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.run.RunControl;
import org.frugalvision.engine.run.Seeds;
import org.frugalvision.engine.train.TrainingSettings;
import org.frugalvision.engine.train.TrainingStart;

/** What methods are told when a training starts, for tests of their parts alone. */
final class Starts {

    private Starts() {
    }

    static TrainingStart of(final Network network, final ImageSet images, final int epochs, final int batchSize) {
        return new TrainingStart(network, images, images.labels(),
            new TrainingSettings(epochs, batchSize, 0.01, 1, true, 1), Seeds.of(1).named("recipe"), entry -> {
                throw new AssertionError("nothing is charged");
            }, RunControl.none());
    }
}
