// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.train;

import java.util.List;
import java.util.Set;

import org.frugalvision.engine.architecture.ArchitectureOptions;
import org.frugalvision.engine.architecture.Architectures;
import org.frugalvision.engine.image.ClassName;
import org.frugalvision.engine.image.ImageSet;
import org.frugalvision.engine.network.Labelling;
import org.frugalvision.engine.network.Network;
import org.frugalvision.engine.network.OtherClasses;
import org.frugalvision.engine.run.DataException;
import org.frugalvision.engine.run.Seeds;

/** Networks as trainings start with them: fitted to the images, whatever is new about them drawn from the seed. */
public final class StartingNetwork {

    private StartingNetwork() {
    }

    /**
     * @param architecture id of an architecture
     * @param options its options
     * @param images the training images
     * @param seed of the training
     * @return an untrained network for images of this shape and these classes
     * @throws org.frugalvision.engine.run.SettingsException if the architecture cannot be had for such images
     */
    public static Network untrained(final String architecture, final ArchitectureOptions options,
        final ImageSet images, final long seed) {
        final List<String> classes = images.classes();
        return Network.initialise(
            Architectures.create(architecture).build(images.shape(), classes.size(), options), classes,
            Labelling.of(images), architecture, initial(seed));
    }

    /**
     * @param network a trained network
     * @param images the training images
     * @param seed of the training
     * @return the network for images of this shape; if their classes are others than its own, in whatever order, or one
     *         of both has several labels per image, with a new last layer for them on top of all it has learned
     * @throws DataException if the network does not take such images
     */
    public static Network trained(final Network network, final ImageSet images, final long seed) {
        final Network fitted =
            network.spec().sizeFree() ? network.forImages(images.shape(), "Training images") : network;
        return sameClasses(fitted.classes(), images.classes()) && fitted.labelling() == Labelling.of(images) ? fitted
            : OtherClasses.of(fitted, images.classes(), Labelling.of(images), initial(seed));
    }

    /**
     * @param known class names of a network
     * @param classes class names of images
     * @return whether they are the same, in whatever order
     */
    public static boolean sameClasses(final List<String> known, final List<String> classes) {
        return Set.copyOf(ClassName.distinct(known)).equals(Set.copyOf(ClassName.distinct(classes)));
    }

    private static Seeds initial(final long seed) {
        return Seeds.of(seed).named("initialise");
    }
}
