// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.image;

/** Where the channels stand in the dimensions of an image in a file of four dimensions. */
public enum ChannelOrder {
    /** (images, channels, height, width): one whole channel after the other. */
    FIRST,
    /** (images, height, width, channels): the values of a pixel side by side. */
    LAST
}
