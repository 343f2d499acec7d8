// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.dataset;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node <i>Image Dataset Reader</i>. */
public final class ImageDatasetReaderNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Image Dataset Reader") //
        .icon("image-dataset-reader.png") //
        .shortDescription("Reads a benchmark data set of labelled images into a table.") //
        .fullDescription("""
                <p>Reads the images and labels of a benchmark data set, such as MNIST or Fashion-MNIST in IDX files,
                CIFAR in its binary files, or arrays saved by NumPy, into a table with one row per image: a column of
                PNG images and a column of class labels. The files are checked as a whole: a truncated file, a foreign
                file or labels that do not match the images in number stop the node with the name of the file and what
                is wrong with it.</p>
                <p>Pixels are kept exactly; nothing is scaled. Arrays of any number of channels or of 16 bits are read
                as "NumPy, multi-band" into multi-band images, with a preview of the first three in false colour.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .ports(ports -> ports.addOutputTable("Images",
            "One row per image: the image and its class label, in the order of the file.")) //
        .model(model -> model //
            .parametersClass(ImageDatasetReaderNodeParameters.class) //
            .configure(ImageDatasetReader::configure) //
            .execute(ImageDatasetReader::execute)) //
        .keywords("IDX", "MNIST", "Fashion-MNIST", "CIFAR-10", "CIFAR-100", "NumPy", "npy", "gzip", "benchmark",
            "load images");

    /** Called by KNIME. */
    public ImageDatasetReaderNodeFactory() {
        super(NODE);
    }
}
