// SPDX-License-Identifier: Apache-2.0
/**
 * Networks in native memory: plain arrays in, plain arrays out. Two implementations behind
 * {@link org.frugalvision.engine.kernel.Replica}: oneDNN, called directly, and ND4J.
 */
package org.frugalvision.engine.kernel;
