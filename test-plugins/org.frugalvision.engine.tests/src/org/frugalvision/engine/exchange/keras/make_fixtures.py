#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Writes the .h5 files beside this script: models in the layout of Keras, with images and the probabilities that they
must get. Needs h5py and numpy, not Keras: the layout is the documented one, the forward pass is written out below.
"""
import json
import os

import h5py
import numpy as np

RANDOM = np.random.default_rng(20261122)


def weights(*shape, scale=None):
    scale = scale or (2.0 / max(1, np.prod(shape[:-1]))) ** 0.5
    return (RANDOM.standard_normal(shape) * scale).astype('float32')


def borders(length, kernel, stride, same):
    total = max((-(-length // stride) - 1) * stride + kernel - length, 0) if same else 0
    return total // 2, total - total // 2


def windows(x, kernel, stride, same, fill):
    """All windows of (images, rows, columns, channels): (images, out rows, out columns, kernel, kernel, channels)."""
    x = np.pad(x, ((0, 0), borders(x.shape[1], kernel, stride, same), borders(x.shape[2], kernel, stride, same),
                   (0, 0)), constant_values=fill)
    view = np.lib.stride_tricks.sliding_window_view(x, (kernel, kernel), axis=(1, 2))
    return np.moveaxis(view[:, ::stride, ::stride], 3, 5)


def conv(x, kernel, bias, stride, same):
    return np.einsum('nijklc,klco->nijo', windows(x, kernel.shape[0], stride, same, 0), kernel) + bias


def depthwise(x, kernel, bias, stride, same):
    return np.einsum('nijklc,klc->nijc', windows(x, kernel.shape[0], stride, same, 0), kernel[..., 0]) + bias


def norm(x, gamma, beta, mean, variance, epsilon):
    return gamma * (x - mean) / np.sqrt(variance + epsilon) + beta


def relu(x, most=np.inf):
    return np.clip(x, 0, most)


def softmax(x):
    x = np.exp(x - x.max(axis=1, keepdims=True))
    return x / x.sum(axis=1, keepdims=True)


def images(*shape):
    return RANDOM.integers(0, 256, shape).astype('float32')


def write(name, config, layers, pixels, probabilities, version):
    """layers: name -> list of (path of the array in the layer's group, array)."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), name)
    with h5py.File(path, 'w') as f:
        f.attrs['keras_version'] = version.encode()
        f.attrs['backend'] = b'tensorflow'
        f.attrs['model_config'] = json.dumps(config).encode('utf8')
        group = f.create_group('model_weights')
        group.attrs['layer_names'] = [layer.encode() for layer in layers]
        for layer, arrays in layers.items():
            inner = group.create_group(layer)
            inner.attrs['weight_names'] = [array_path.encode() for array_path, _ in arrays]
            for array_path, array in arrays:
                data = inner.create_dataset(array_path, array.shape, dtype=array.dtype)
                data[...] = array
        f.create_group('expected')
        f['expected'].create_dataset('pixels', data=pixels)
        f['expected'].create_dataset('probabilities', data=probabilities.astype('float64'))


def layer(kind, name, inbound=None, **config):
    result = {'class_name': kind, 'config': {'name': name, 'trainable': True, 'dtype': 'float32', **config}}
    if inbound is not None:
        result['name'] = name
        result['inbound_nodes'] = [[[other, 0, 0, {}] for other in inbound]] if inbound else []
    return result


def convolution(name, filters, size, strides, padding, activation, bias, inbound=None):
    return layer('Conv2D', name, inbound, filters=filters, kernel_size=[size, size], strides=[strides, strides],
                 padding=padding, data_format='channels_last', dilation_rate=[1, 1], groups=1, activation=activation,
                 use_bias=bias, kernel_initializer={'class_name': 'GlorotUniform', 'config': {'seed': None}})


def normalization(name, epsilon, scale, center, inbound=None):
    return layer('BatchNormalization', name, inbound, axis=[3], momentum=0.99, epsilon=epsilon, center=center,
                 scale=scale)


def dense(name, units, activation, inbound=None):
    return layer('Dense', name, inbound, units=units, activation=activation, use_bias=True)


def statistics(channels):
    return weights(channels, scale=0.5), RANDOM.uniform(0.5, 2, channels).astype('float32')


def sequential():
    """Uneven borders, normalisation without scale, flattening, dropout."""
    pixels = images(5, 10, 9, 2)
    kernel1, bias1, kernel2 = weights(3, 3, 2, 4), weights(4, scale=0.3), weights(2, 2, 4, 5)
    beta, (mean, variance) = weights(5, scale=0.4), statistics(5)
    kernel3, bias3, kernel4, bias4 = weights(3 * 3 * 5, 6), weights(6, scale=0.3), weights(6, 3), weights(3, scale=0.3)
    x = relu(conv(pixels / 255, kernel1, bias1, 2, True))
    x = relu(norm(conv(x, kernel2, 0, 1, True), 1, beta, mean, variance, 1e-3))
    x = windows(x, 2, 2, True, -np.inf).max(axis=(3, 4))
    x = relu(x.reshape(5, -1) @ kernel3 + bias3)
    config = {'class_name': 'Sequential', 'config': {'name': 'sequential', 'layers': [
        layer('InputLayer', 'conv2d_input', batch_input_shape=[None, 10, 9, 2], sparse=False, ragged=False),
        convolution('conv2d', 4, 3, 2, 'same', 'relu', True),
        convolution('conv2d_1', 5, 2, 1, 'same', 'linear', False),
        normalization('batch_normalization', 0.001, False, True),
        layer('Activation', 'activation', activation='relu'),
        layer('MaxPooling2D', 'max_pooling2d', pool_size=[2, 2], padding='same', strides=[2, 2],
              data_format='channels_last'),
        layer('Dropout', 'dropout', rate=0.25, noise_shape=None, seed=None),
        layer('Flatten', 'flatten', data_format='channels_last'),
        dense('dense', 6, 'relu'),
        layer('Dropout', 'dropout_1', rate=0.5, noise_shape=None, seed=None),
        dense('dense_1', 3, 'softmax')]}}
    write('sequential.h5', config, {
        'conv2d': [('conv2d/kernel:0', kernel1), ('conv2d/bias:0', bias1)],
        'conv2d_1': [('conv2d_1/kernel:0', kernel2)],
        'batch_normalization': [('batch_normalization/beta:0', beta), ('batch_normalization/moving_mean:0', mean),
                                ('batch_normalization/moving_variance:0', variance)],
        'activation': [], 'max_pooling2d': [], 'dropout': [], 'flatten': [],
        'dense': [('dense/kernel:0', kernel3), ('dense/bias:0', bias3)], 'dropout_1': [],
        'dense_1': [('dense_1/kernel:0', kernel4), ('dense_1/bias:0', bias4)]}, pixels, softmax(x @ kernel4 + bias4),
        '2.10.0')


def functional():
    """Rescaling, a residual sum, all other convolutions and poolings; layers not in the order of computing."""
    pixels = images(4, 8, 8, 1)
    kernel1, bias1 = weights(3, 3, 1, 4), weights(4, scale=0.3)
    kernel2, (gamma, beta), (mean, variance) = weights(3, 3, 4, 1, scale=0.4), (weights(4) + 1, weights(4)), \
        statistics(4)
    deep, point, bias3 = weights(3, 3, 4, 1, scale=0.4), weights(1, 1, 4, 4), weights(4, scale=0.3)
    kernel4, bias4 = weights(4, 3), weights(3, scale=0.3)
    x = conv(np.pad(pixels / 127.5 - 1, ((0, 0), (1, 0), (2, 1), (0, 0))), kernel1, bias1, 1, False)
    shortcut = x = relu(x, 6)
    x = relu(norm(depthwise(x, kernel2, 0, 1, True), gamma, beta, mean, variance, 1e-4), 6)
    x = conv(depthwise(x, deep, 0, 1, True), point, bias3, 1, True)
    x = relu(x + shortcut)
    x = windows(x, 2, 2, False, 0).mean(axis=(3, 4)).mean(axis=(1, 2))
    layers = [
        layer('InputLayer', 'input_1', [], batch_input_shape=[None, 8, 8, 1], sparse=False, ragged=False),
        layer('Softmax', 'softmax', ['dense'], axis=-1),
        layer('Rescaling', 'rescaling', ['input_1'], scale=1 / 127.5, offset=-1.0),
        layer('ZeroPadding2D', 'zero_padding2d', ['rescaling'], padding=[[1, 0], [2, 1]], data_format='channels_last'),
        convolution('conv2d', 4, 3, 1, 'valid', 'linear', True, ['zero_padding2d']),
        layer('ReLU', 're_lu', ['conv2d'], max_value=6.0, negative_slope=0.0, threshold=0.0),
        layer('DepthwiseConv2D', 'depthwise', ['re_lu'], kernel_size=[3, 3], strides=[1, 1], padding='same',
              data_format='channels_last', dilation_rate=[1, 1], depth_multiplier=1, activation='linear',
              use_bias=False),
        normalization('norm', 0.0001, True, True, ['depthwise']),
        layer('ReLU', 're_lu_1', ['norm'], max_value=6.0, negative_slope=0.0, threshold=0.0),
        layer('SeparableConv2D', 'separable', ['re_lu_1'], filters=4, kernel_size=[3, 3], strides=[1, 1],
              padding='same', data_format='channels_last', dilation_rate=[1, 1], depth_multiplier=1,
              activation='linear', use_bias=True),
        layer('Add', 'add', ['separable', 're_lu']),
        layer('ReLU', 're_lu_2', ['add'], max_value=None, negative_slope=0.0, threshold=0.0),
        layer('AveragePooling2D', 'average', ['re_lu_2'], pool_size=[2, 2], padding='valid', strides=[2, 2],
              data_format='channels_last'),
        layer('GlobalAveragePooling2D', 'global', ['average'], data_format='channels_last', keepdims=False),
        dense('dense', 3, 'linear', ['global'])]
    config = {'class_name': 'Functional', 'config': {'name': 'model', 'layers': layers,
                                                     'input_layers': [['input_1', 0, 0]],
                                                     'output_layers': [['softmax', 0, 0]]}}
    arrays = {'conv2d': [('conv2d/kernel:0', kernel1), ('conv2d/bias:0', bias1)],
              'depthwise': [('depthwise/depthwise_kernel:0', kernel2)],
              'norm': [('norm/gamma:0', gamma), ('norm/beta:0', beta), ('norm/moving_mean:0', mean),
                       ('norm/moving_variance:0', variance)],
              'separable': [('separable/depthwise_kernel:0', deep), ('separable/pointwise_kernel:0', point),
                            ('separable/bias:0', bias3)],
              'dense': [('dense/kernel:0', kernel4), ('dense/bias:0', bias4)]}
    write('functional.h5', config, {item['name']: arrays.get(item['name'], []) for item in layers}, pixels,
          softmax(x @ kernel4 + bias4), '2.15.0')


def keras3():
    """The old format written by Keras 3; two classes by one sigmoid; images of any size."""
    pixels = images(4, 7, 6, 3)
    kernel1, bias1, kernel2, bias2 = weights(3, 3, 3, 4), weights(4, scale=0.3), weights(4, 1), weights(1)
    x = relu(conv(pixels / 255, kernel1, bias1, 2, True)).max(axis=(1, 2))
    p = 1 / (1 + np.exp(-(x @ kernel2 + bias2)))

    def tensor(name):
        return {'class_name': '__keras_tensor__', 'config': {'shape': [None, None, None, 3], 'dtype': 'float32',
                                                             'keras_history': [name, 0, 0]}}

    def node(item, name, *others):
        item.update(module='keras.layers', registered_name=None, name=name, inbound_nodes=[
            {'args': [tensor(other) for other in others], 'kwargs': {}}] if others else [])
        return item

    layers = [
        node(layer('InputLayer', 'input_layer', batch_shape=[None, None, None, 3], sparse=False), 'input_layer'),
        node(convolution('conv2d', 4, 3, 2, 'same', 'relu', True), 'conv2d', 'input_layer'),
        node(layer('GlobalMaxPooling2D', 'global', data_format='channels_last', keepdims=False), 'global', 'conv2d'),
        node(dense('dense', 1, 'sigmoid'), 'dense', 'global')]
    for item in layers:
        item['config']['dtype'] = {'module': 'keras', 'class_name': 'DTypePolicy', 'config': {'name': 'float32'}}
    config = {'module': 'keras.src.models.functional', 'class_name': 'Functional',
              'config': {'name': 'functional', 'trainable': True, 'layers': layers,
                         'input_layers': [['input_layer', 0, 0]], 'output_layers': [['dense', 0, 0]]}}
    write('keras3.h5', config, {
        'conv2d': [('functional/conv2d/kernel', kernel1), ('functional/conv2d/bias', bias1)],
        'dense': [('functional/dense/kernel', kernel2), ('functional/dense/bias', bias2)], 'global': [],
        'input_layer': []}, pixels, np.concatenate([1 - p, p], axis=1), '3.5.0')


def nested():
    """A model as a layer of another one, as transfer learning makes it."""
    pixels = images(3, 6, 6, 1)
    kernel1, bias1 = weights(3, 3, 1, 4), weights(4, scale=0.3)
    (gamma, beta), (mean, variance) = (weights(4) + 1, weights(4)), statistics(4)
    kernel2, bias2 = weights(4, 3), weights(3, scale=0.3)
    x = relu(norm(conv(pixels / 255, kernel1, bias1, 1, True), gamma, beta, mean, variance, 1e-3))
    base = {'class_name': 'Functional', 'config': {'name': 'base', 'layers': [
        layer('InputLayer', 'input_1', [], batch_input_shape=[None, 6, 6, 1], sparse=False, ragged=False),
        convolution('conv', 4, 3, 1, 'same', 'linear', True, ['input_1']),
        normalization('norm', 0.001, True, True, ['conv']),
        layer('ReLU', 'relu', ['norm'], max_value=None, negative_slope=0.0, threshold=0.0)],
        'input_layers': [['input_1', 0, 0]], 'output_layers': [['relu', 0, 0]]}}
    config = {'class_name': 'Sequential', 'config': {'name': 'sequential', 'layers': [
        base, layer('GlobalAveragePooling2D', 'global', data_format='channels_last', keepdims=False),
        dense('dense', 3, 'softmax')]}}
    write('nested.h5', config, {
        'base': [('conv/kernel:0', kernel1), ('conv/bias:0', bias1), ('norm/gamma:0', gamma), ('norm/beta:0', beta),
                 ('norm/moving_mean:0', mean), ('norm/moving_variance:0', variance)],
        'global': [], 'dense': [('dense/kernel:0', kernel2), ('dense/bias:0', bias2)]}, pixels,
        softmax(x.mean(axis=(1, 2)) @ kernel2 + bias2), '2.10.0')


def refused():
    """Layers that cannot be taken over."""
    layers = [
        layer('InputLayer', 'in', [], batch_input_shape=[None, 8, 8, 1], sparse=False, ragged=False),
        convolution('wide', 4, 3, 1, 'same', 'gelu', True, ['in']),
        layer('LSTM', 'lstm', ['wide'], units=4),
        layer('Concatenate', 'both', ['wide', 'lstm'], axis=-1),
        layer('AveragePooling2D', 'mean', ['both'], pool_size=[3, 3], padding='same', strides=[2, 2],
              data_format='channels_last'),
        layer('Lambda', 'code', ['mean'], function='anything'),
        layer('Flatten', 'flatten', ['code'], data_format='channels_last'),
        normalization('norm', 0.001, True, True, ['flatten']),
        dense('dense', 3, 'softmax', ['norm'])]
    config = {'class_name': 'Functional', 'config': {'name': 'model', 'layers': layers, 'input_layers': [['in', 0, 0]],
                                                     'output_layers': [['dense', 0, 0]]}}
    write('refused.h5', config, {}, np.zeros((1, 1), 'float32'), np.zeros((1, 1)), '2.10.0')


def newest():
    """Not a model: the forms of the newest HDF5, other types, and forms that are not read."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'newest.h5')
    with h5py.File(path, 'w', libver='latest') as f:
        f.attrs['long'] = 'a text \u732b'
        f.attrs['short'] = np.bytes_('bytes')
        f.attrs['several'] = [b'one', b'three']
        f.attrs['number'] = 3
        inner = f.create_group('a/b')
        inner.create_dataset('big', data=np.array([[1, 2.5], [-3, 4]], dtype='>f8'))
        inner.create_dataset('little', data=np.array([0.5, -1], dtype='<f4'))
        inner.create_dataset('whole', data=np.array([1, 2], dtype='i4'))
        inner.create_dataset('chunks', data=np.ones((4, 4), 'f4'), chunks=(2, 2))
        inner['link'] = h5py.SoftLink('/a/b/big')
        inner['elsewhere'] = h5py.ExternalLink('other.h5', '/a')
        many = f.create_group('many')
        for i in range(20):
            many.create_group('group %d' % i)


if __name__ == '__main__':
    newest()
    sequential()
    functional()
    keras3()
    refused()
    nested()
