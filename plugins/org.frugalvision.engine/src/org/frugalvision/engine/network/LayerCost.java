// SPDX-License-Identifier: Apache-2.0
package org.frugalvision.engine.network;

import org.frugalvision.engine.image.ImageShape;

/**
 * What one layer of a network costs for one image, exactly.
 *
 * @param name name of the node
 * @param layer the layer in a few words
 * @param output shape of its output
 * @param parameters values that are stored: learned ones, and the running statistics of batch normalisation
 * @param multiplyAdds multiply-add operations, forward
 */
public record LayerCost(String name, String layer, ImageShape output, long parameters, long multiplyAdds) {
}
