// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.nodes.read.dataset;

import org.knime.node.DefaultNode;
import org.knime.node.DefaultNodeFactory;

/** The node <i>Image Dataset Reader</i>. */
public final class ImageDatasetReaderNodeFactory extends DefaultNodeFactory {

    private static final DefaultNode NODE = DefaultNode.create() //
        .name("Image Dataset Reader") //
        .icon("image-dataset-reader.png") //
        .shortDescription("Reads a benchmark data set of labeled images into a table.") //
        .fullDescription("""
                <p>Reads the images and labels of a benchmark data set, such as MNIST or Fashion-MNIST in IDX files,
                CIFAR in its binary files, arrays saved by NumPy, or an archive (zip, tar, tar.gz) with a folder of
                image files per class, into a table with one row per image: a column of PNG images and a column of
                class labels. The files are checked as a whole: a truncated file, a foreign file or labels that do not
                match the images in number stop the node with the name of the file and what is wrong with it.</p>
                <p>You name the files, or choose the training or test part, and the node finds its files in a folder
                by the names under which such data sets are published, for example train-images-idx3-ubyte.gz,
                data_batch_1.bin or x_train.npy.</p>
                <p>An archive is read without being unpacked, a zip archive in natural order ("img2" before "img10"),
                a tar archive in its own. Labels are the names of the folders that hold the files, and a further
                column has the paths. Files that give no image are left out; a warning counts them and names the
                first. The Image Folder Reader reads archives, too, brings images to one size and lists every file
                that gave no image with its reason.</p>
                <p>Pixels are kept exactly; nothing is scaled. Arrays of any number of channels or of 16 bits are read
                as "NumPy, multi-band" into multi-band images, with a preview of the first three in false color.</p>
                """) //
        .sinceVersion(5, 8, 0) //
        .ports(ports -> ports.addOutputTable("Images",
            "One row per image: the image and its class label, in the order of the file.")) //
        .model(model -> model //
            .parametersClass(ImageDatasetReaderNodeParameters.class) //
            .configure(ImageDatasetReader::configure) //
            .execute(ImageDatasetReader::execute)) //
        .keywords("IDX", "MNIST", "Fashion-MNIST", "CIFAR-10", "CIFAR-100", "NumPy", "npy", "gzip", "zip", "tar.gz",
            "train", "test", "benchmark", "load images");

    /** Called by KNIME. */
    public ImageDatasetReaderNodeFactory() {
        super(NODE);
    }
}
