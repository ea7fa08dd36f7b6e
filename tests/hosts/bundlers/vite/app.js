import 'mock-interview';
